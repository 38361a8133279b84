using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Layerwright.Benchmarks;

/// <summary>
/// What the analyzers cost beside the generator, as the compiler itself reports it, on a project of 50 networks of 20 layers: in a
/// compiler just started, most of whose time is compiling our code, and in one that has built the project before.
/// </summary>
internal static partial class AnalyzerFigures
{
    private const int Networks = 50, Layers = 20, Builds = 3;

    public static void Print()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("layerwright-networks-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "Networks.csproj"), Project());
            for (int i = 0; i < Networks; i++)
            {
                File.WriteAllText(Path.Combine(folder.FullName, $"Net{i}.cs"), NetworkText.Of(i, Layers));
            }

            // Once unmeasured, with what the project refers to; it also starts the compiler that is asked again.
            Build(folder, "-p:BuildProjectReferences=true");
            Console.WriteLine($"{Networks} networks of {Layers} layers  analyzers  generator  ratio (at most 2.00)");
            Print("in a new compiler", Quickest(folder, "-p:UseSharedCompilation=false"));
            Print("in a running compiler", Quickest(folder, "-p:UseSharedCompilation=true"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Print(string name, (double Analyzers, double Generator) seconds) =>
        Console.WriteLine($"{name,-24} {seconds.Analyzers * 1e3,9:F0} ms {seconds.Generator * 1e3,7:F0} ms {seconds.Analyzers / seconds.Generator,6:F2}");

    private static (double Analyzers, double Generator) Quickest(DirectoryInfo folder, string option)
    {
        var builds = Enumerable.Range(0, Builds).Select(_ => Build(folder, "-p:BuildProjectReferences=false", option)).ToList();
        return (builds.Min(build => build.Analyzers), builds.Min(build => build.Generator));
    }

    private static (double Analyzers, double Generator) Build(DirectoryInfo folder, params string[] options)
    {
        ProcessStartInfo start = new("dotnet", ["build", "--no-incremental", "-c", "Release", "-v:d", "--nologo", "-p:ReportAnalyzer=true", .. options])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using Process build = Process.Start(start)!;
        string output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();

        // The references' own tables come before the project's.
        string table = output[output.LastIndexOf("Total analyzer execution time", StringComparison.Ordinal)..];
        return build.ExitCode == 0
            ? (Seconds(table, "Layerwright.Analyzers"), Seconds(table, "Layerwright.Generators"))
            : throw new InvalidOperationException(output);
    }

    /// <summary>The time of an assembly, as the compiler's tables state it.</summary>
    private static double Seconds(string table, string assembly)
    {
        var line = AssemblyLine().Matches(table).First(line => line.Groups["assembly"].Value == assembly);
        return double.Parse(line.Groups["seconds"].Value, CultureInfo.InvariantCulture);
    }

    private static string Project() => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <Import Project="{Path.Combine(Path.GetDirectoryName(FileAbove.Find("Generators.sln"))!, "generators", "UseLayerwright.props")}" />
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
          </PropertyGroup>
        </Project>
        """;

    [GeneratedRegex(@"^\s*<?(?<seconds>\d+\.\d+)\s+<?\d+\s+(?<assembly>[\w.]+), Version=", RegexOptions.Multiline)]
    private static partial Regex AssemblyLine();
}
