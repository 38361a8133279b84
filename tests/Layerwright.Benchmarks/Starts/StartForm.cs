namespace Layerwright.Benchmarks;

/// <summary>A program that is published when it is first asked for.</summary>
/// <param name="title">How it is published.</param>
/// <param name="folder">Where it comes to.</param>
/// <param name="standsAlone">Whether it is started as it is; else .NET starts its assembly.</param>
/// <param name="options">What publishing is told.</param>
internal sealed class StartForm(string title, string folder, bool standsAlone, params string[] options)
{
    private const string Name = "Layerwright.Starts";
    private bool _isPublished;

    /// <summary>How it is published.</summary>
    public string Title => title;

    /// <summary>What there is to ship.</summary>
    public long Bytes => new DirectoryInfo(Published()).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.Extension != ".pdb").Sum(file => file.Length);

    /// <summary>Starts it once.</summary>
    public FreshProcess Start(params string[] arguments)
    {
        string program = Path.Combine(Published(), Name);
        return standsAlone ? FreshProcess.Start(program, arguments) : FreshProcess.Start("dotnet", [$"{program}.dll", .. arguments]);
    }

    private string Published()
    {
        if (!_isPublished)
        {
            string project = Path.Combine(Path.GetDirectoryName(FileAbove.Find("Generators.sln"))!, "tests", Name, $"{Name}.csproj");
            DotnetBuild.Run(Path.GetDirectoryName(folder)!, ["publish", project, "-c", "Release", "-o", folder, "-v", "quiet", "--nologo", .. options]);
            _isPublished = true;
        }

        return folder;
    }
}
