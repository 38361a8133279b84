using System.Runtime.InteropServices;

namespace Layerwright.Benchmarks;

/// <summary>The program of one network, in the ways that a user has of publishing it. Each is published when it is first asked for.</summary>
internal sealed class StartPrograms : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("layerwright-starts-");

    public StartPrograms() => Forms =
    [
        new("beside an installed .NET", Folder("beside"), standsAlone: false),
        new("beside an installed .NET, compiled beforehand", Folder("ahead"), standsAlone: false, Options("compiled")),
        new("with .NET in it, trimmed", Folder("trimmed"), standsAlone: true, Options("trimmed")),
        new("trimmed and compiled beforehand", Folder("compiled"), standsAlone: true, Options("trimmed-compiled")),
    ];

    /// <summary>The program in each form.</summary>
    public IReadOnlyList<StartForm> Forms { get; }

    public void Dispose() => _directory.Delete(recursive: true);

    private static string[] Options(string form) => ["-r", RuntimeInformation.RuntimeIdentifier, $"-p:Form={form}"];

    private string Folder(string name) => Path.Combine(_directory.FullName, name);
}
