using System.Runtime.CompilerServices;
using Layerwright.Testing.Compiling;

namespace Layerwright.Testing.Snapshots;

/// <content>What takes a run of the generator.</content>
public static partial class Snapshot
{
    /// <summary>Compares every generated file, and that no accepted file is left without one.</summary>
    public static void Verify(GeneratorRun run, [CallerFilePath] string testFile = "", [CallerMemberName] string test = "") =>
        Verify(run.Sources, testFile, test);
}
