namespace Layerwright.Package.Tests;

/// <summary>A folder with one project that has nothing but the package.</summary>
internal sealed class Consumer : ConsumerFolder
{
    private readonly string _project;

    public Consumer(string directory, string name, string feed, string version, (string File, string Text)[] sources)
        : base(directory, feed, version)
    {
        _project = name + ".csproj";
        Write(_project, new ProjectFile(Package).ToString());
        foreach (var (file, text) in sources)
        {
            Write(file, text);
        }
    }

    public Task<CommandResult> BuildAsync(params string[] arguments) => RunAsync(["build", _project, .. arguments]);
}
