namespace Layerwright.Generators;

/// <summary>Names of the pipeline's steps, for the tests that hold what is cached.</summary>
internal static class TrackingNames
{
    /// <summary>What the user wrote: runs on every edit, comes out unchanged.</summary>
    public const string Declaration = nameof(Declaration);

    /// <summary>Names that differ only in case from another's: they need file names of their own.</summary>
    public const string Alike = nameof(Alike);

    /// <summary>What the project says about generated code.</summary>
    public const string Options = nameof(Options);

    /// <summary>The tests of networks that the project asks for.</summary>
    public const string Checks = nameof(Checks);

    /// <summary>The emitted text.</summary>
    public const string Source = nameof(Source);
}
