namespace Layerwright.Generators;

/// <summary>Names of the pipeline's steps, for the tests that hold what is cached.</summary>
internal static class TrackingNames
{
    /// <summary>What the user wrote: runs on every edit, comes out unchanged.</summary>
    public const string Declaration = nameof(Declaration);

    /// <summary>Declarations that may be written: one of each name.</summary>
    public const string Unique = nameof(Unique);

    /// <summary>The emitted text.</summary>
    public const string Source = nameof(Source);
}
