using System.Reflection;

namespace Layerwright.Costs;

/// <summary>The files that the generator wrote for this project's networks.</summary>
internal static class GeneratedFiles
{
    private static readonly string s_folder =
        typeof(GeneratedFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "GeneratedFiles").Value!;

    /// <summary>Lines of a network's file.</summary>
    public static int Lines(string network) => File.ReadLines(
        Directory.EnumerateFiles(s_folder, $"Layerwright.Benchmarks.{network}.g.cs", SearchOption.AllDirectories).Single()).Count();
}
