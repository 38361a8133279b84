namespace Layerwright;

/// <summary>What a gradient check says of a parameter, or of all.</summary>
public enum GradientVerdict
{
    /// <summary>Every entry that could be told agrees within 1e-4 of it, beyond what the estimate itself is uncertain by.</summary>
    Right,

    /// <summary>Nothing could be told: every entry lay at a kink, or was so small that rounding hides it.</summary>
    Unchecked,

    /// <summary>An entry is off by 1e-4 to 1e-2 of it where no kinks account for that, again at smaller steps: too much for a smooth function.</summary>
    Suspicious,

    /// <summary>An entry is off by more than 1e-2 of it, again at smaller steps; of a network, over other and fewer rows too.</summary>
    Wrong,
}
