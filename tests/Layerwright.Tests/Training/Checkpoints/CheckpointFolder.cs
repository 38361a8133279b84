namespace Layerwright.Tests.Training;

/// <summary>A folder of its own for a test's checkpoints.</summary>
internal sealed class CheckpointFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("checkpoints").FullName;

    public string this[string file] => Path.Combine(_path, file);

    /// <summary>The files in it, in order of their names.</summary>
    public string[] Files => [.. Directory.GetFiles(_path).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
