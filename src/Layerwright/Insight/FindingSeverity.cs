namespace Layerwright;

/// <summary>How much a finding matters.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing; often normal.</summary>
    Note,

    /// <summary>Very likely a fault.</summary>
    Warning,
}
