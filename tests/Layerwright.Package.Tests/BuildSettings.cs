using System.Reflection;

namespace Layerwright.Package.Tests;

/// <summary>What the build knew and the tests need.</summary>
internal static class BuildSettings
{
    public static string RepositoryRoot { get; } = Path.GetFullPath(Read(nameof(RepositoryRoot)));

    public static string RepositoryUrl { get; } = Read(nameof(RepositoryUrl));

    /// <summary>The version of what is built, which the packages of the tests go before.</summary>
    public static string Version { get; } = Read(nameof(Version));

    public static string Configuration { get; } = Read(nameof(Configuration));

    /// <summary>The machine's package cache: consumers fall back on it, so they need no network.</summary>
    public static string GlobalPackages { get; } = Read(nameof(GlobalPackages));

    /// <summary>The platform of the SDK that builds and packs.</summary>
    public static string SdkPlatform { get; } = Read(nameof(SdkPlatform));

    private static string Read(string key) =>
        typeof(BuildSettings).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value
        ?? throw new InvalidOperationException($"The build wrote no value for '{key}'.");
}
