namespace Layerwright;

/// <summary>What a check says.</summary>
public enum SanityVerdict
{
    /// <summary>As it should be.</summary>
    Passed,

    /// <summary>Worth knowing; often normal.</summary>
    Note,

    /// <summary>Very likely a fault.</summary>
    Failed,

    /// <summary>The check has no meaning for this network.</summary>
    Skipped,
}
