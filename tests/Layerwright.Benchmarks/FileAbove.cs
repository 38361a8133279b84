namespace Layerwright.Benchmarks;

/// <summary>Files of the repository, found from where the program runs.</summary>
internal static class FileAbove
{
    /// <summary>Path of the nearest file of that name in a directory above the program.</summary>
    public static string Find(string name)
    {
        for (DirectoryInfo? directory = new(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            string path = Path.Combine(directory.FullName, name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new FileNotFoundException($"{name} is in no directory above {AppContext.BaseDirectory}.");
    }
}
