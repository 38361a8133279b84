using System.Reflection;

namespace Layerwright.Testing;

/// <summary>Where things lie that the build knows and a test needs.</summary>
public static class Repository
{
    /// <summary>The repository's root.</summary>
    public static string Root { get; } = Path.GetFullPath(Metadata("RepositoryRoot"));

    /// <summary>The SDK's reference assemblies: what a user's compilation refers to.</summary>
    public static string ReferenceAssemblies => Metadata("ReferenceAssemblies");

    /// <summary>The folder of the analyzers that the SDK runs in every build.</summary>
    public static string SdkAnalyzers => Metadata("SdkAnalyzers");

    /// <summary>The project's address, as the package states it.</summary>
    public static string Url => Metadata("RepositoryUrl");

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == key).Value!;
}
