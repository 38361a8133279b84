namespace Layerwright;

/// <summary>Whether an entry of a gradient could be checked.</summary>
public enum GradientEntryState
{
    /// <summary>The estimate is certain to half a percent or better: the entry was compared.</summary>
    Compared,

    /// <summary>The loss has a kink there (a ReLU or a maximum changes sides), so it has no one slope; left out.</summary>
    AtKink,

    /// <summary>The slope is so small that rounding hides it; left out.</summary>
    BelowNoise,
}
