using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Layerwright.Benchmarks;

/// <summary>A user's project: its whole build in a compiler just started, with us and from the files that we have written before.</summary>
/// <param name="file">The project's file.</param>
/// <param name="generated">Where the generated files are kept.</param>
internal sealed partial class UserProject(string file, string generated)
{
    private static readonly string[] s_cold = ["-c", "Release", "--no-restore", "--no-incremental", "-p:UseSharedCompilation=false", "-p:TreatWarningsAsErrors=false"];

    public string Name { get; } = Path.GetFileNameWithoutExtension(file);

    /// <summary>Restores it and builds it once, keeping what is generated.</summary>
    public void Prepare()
    {
        Build(["-c", "Release", "-v:q", "-p:TreatWarningsAsErrors=false", "-p:UseSharedCompilation=false", "-p:EmitCompilerGeneratedFiles=true", $"-p:CompilerGeneratedFilesOutputPath={generated}"]);

        // The platform's generators run in both builds.
        foreach (string other in Directory.EnumerateDirectories(generated).Where(folder => Path.GetFileName(folder) != "Layerwright.Generators"))
        {
            Directory.Delete(other, recursive: true);
        }
    }

    /// <summary>Seconds of a build with the package.</summary>
    public double BuildSeconds() => Seconds([]);

    /// <summary>Seconds of a build of the same program, without our plug-ins.</summary>
    public double SecondsWithoutUs() => Seconds([$"-p:GeneratedBefore={generated}"]);

    /// <summary>What the compiler says that our plug-ins took in it.</summary>
    /// <param name="isNew">True for a compiler just started, false for one that has built the project before.</param>
    public PlugInSeconds PlugIns(bool isNew)
    {
        string output = Build([.. s_cold, $"-p:UseSharedCompilation={!isNew}", "-v:d", "-p:ReportAnalyzer=true"]);
        string table = output[output.LastIndexOf("Total analyzer execution time", StringComparison.Ordinal)..];
        return new(Of(table, "Layerwright.Analyzers"), Of(table, "Layerwright.Generators"));
    }

    private double Seconds(IEnumerable<string> options)
    {
        long start = Stopwatch.GetTimestamp();
        Build([.. s_cold, "-v:q", .. options]);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private string Build(IEnumerable<string> options) => DotnetBuild.Run(Path.GetDirectoryName(file)!, ["build", Path.GetFileName(file), "--nologo", .. options]);

    /// <summary>The time of an assembly, as the compiler's tables state it.</summary>
    private static double Of(string table, string assembly)
    {
        var line = AssemblyLine().Matches(table).First(line => line.Groups["assembly"].Value == assembly);
        return double.Parse(line.Groups["seconds"].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^\s*<?(?<seconds>\d+\.\d+)\s+<?\d+\s+(?<assembly>[\w.]+), Version=", RegexOptions.Multiline)]
    private static partial Regex AssemblyLine();
}

/// <summary>Seconds in one compilation.</summary>
internal readonly record struct PlugInSeconds(double Analyzers, double Generator);
