using System.Runtime.InteropServices;

namespace Layerwright.Benchmarks;

/// <summary>The program of one network, published in the ways that a user has.</summary>
internal sealed class StartPrograms : IDisposable
{
    private const string Name = "Layerwright.Starts";
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("layerwright-starts-");

    public StartPrograms()
    {
        string[] contained = ["-r", RuntimeInformation.RuntimeIdentifier];
        Forms =
        [
            Publish("beside an installed .NET", "beside"),
            Publish("with .NET in it, trimmed", "trimmed", [.. contained, "-p:Form=trimmed"]),
            Publish("trimmed and compiled beforehand", "compiled", [.. contained, "-p:Form=compiled"]),
        ];
    }

    /// <summary>The program in each form.</summary>
    public IReadOnlyList<StartForm> Forms { get; }

    public void Dispose() => _directory.Delete(recursive: true);

    private StartForm Publish(string title, string name, params string[] options)
    {
        string folder = Path.Combine(_directory.FullName, name);
        string project = Path.Combine(Path.GetDirectoryName(FileAbove.Find("Generators.sln"))!, "tests", Name, $"{Name}.csproj");
        DotnetBuild.Run(_directory.FullName, ["publish", project, "-c", "Release", "-o", folder, "-v", "quiet", "--nologo", .. options]);
        return new(title, folder, options.Length > 0 ? Path.Combine(folder, Name) : null, Path.Combine(folder, $"{Name}.dll"));
    }
}

/// <summary>A published program.</summary>
/// <param name="Title">How it was published.</param>
/// <param name="Folder">Where it is.</param>
/// <param name="Program">What is started; null where .NET starts <paramref name="Assembly"/>.</param>
/// <param name="Assembly">Its assembly.</param>
internal sealed record StartForm(string Title, string Folder, string? Program, string Assembly)
{
    /// <summary>What there is to ship.</summary>
    public long Bytes => new DirectoryInfo(Folder).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.Extension != ".pdb").Sum(file => file.Length);

    /// <summary>Starts it once.</summary>
    public FreshProcess Start(params string[] arguments) =>
        Program is null ? FreshProcess.Start("dotnet", [Assembly, .. arguments]) : FreshProcess.Start(Program, arguments);
}
