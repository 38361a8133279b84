namespace Layerwright;

/// <summary>One entry of a gradient beside its estimate from differences of the loss.</summary>
/// <param name="Place">Where in the parameter: <c>[3, 17]</c>; <c>along</c> for the direction of the parameter's whole gradient.</param>
/// <param name="Computed">The gradient that backward computed.</param>
/// <param name="Estimated">The slope from differences of the loss.</param>
/// <param name="Uncertainty">By how much the two may differ though both are right: rounding, and what is left of the loss's curvature.</param>
/// <param name="State">Whether that is little enough to compare.</param>
public sealed record GradientEntry(string Place, double Computed, double Estimated, double Uncertainty, GradientEntryState State)
{
    /// <summary>The bounds of the CS231n notes.</summary>
    private const double WrongFrom = 1e-2, SuspiciousFrom = 1e-4;

    /// <summary>Estimates may lie off by a little more than their uncertainty, those below the noise somewhat oftener.</summary>
    private const double Margin = 3, NoiseMargin = 4;

    /// <summary>
    /// True where kinks, not rounding, make the estimate uncertain: among many of them 1e-4 is too much to ask, and only 1e-2 counts.
    /// </summary>
    public bool IsRough { get; init; }

    /// <summary>|computed − estimated| / max(|computed|, |estimated|), uncertainty not taken off; 0 where both are 0.</summary>
    public double RelativeError => Larger == 0 ? 0 : Difference / Larger;

    /// <summary>What this entry says.</summary>
    public GradientVerdict Verdict => State switch
    {
        GradientEntryState.AtKink => GradientVerdict.Unchecked,
        GradientEntryState.BelowNoise => Exceeds(WrongFrom, NoiseMargin) ? GradientVerdict.Wrong : GradientVerdict.Unchecked,
        _ => Exceeds(WrongFrom, Margin) ? GradientVerdict.Wrong : !IsRough && Exceeds(SuspiciousFrom, Margin) ? GradientVerdict.Suspicious : GradientVerdict.Right,
    };

    private double Difference => Math.Abs(Computed - Estimated);

    private double Larger => Math.Max(Math.Abs(Computed), Math.Abs(Estimated));

    private bool Exceeds(double share, double margin) => !(Difference <= (share * Larger) + (margin * Uncertainty));
}
