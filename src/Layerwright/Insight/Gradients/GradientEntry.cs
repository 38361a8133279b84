namespace Layerwright;

/// <summary>One entry of a gradient beside its estimate from differences of the loss.</summary>
/// <param name="Place">Where in the parameter: <c>[3, 17]</c>; <c>along</c> for the direction of the parameter's whole gradient.</param>
/// <param name="Computed">The gradient that backward computed.</param>
/// <param name="Estimated">The slope from differences of the loss.</param>
/// <param name="Uncertainty">By how much the two may differ though both are right: rounding, and what is left of the loss's curvature.</param>
/// <param name="State">Whether that is little enough to compare.</param>
public sealed record GradientEntry(string Place, double Computed, double Estimated, double Uncertainty, GradientEntryState State)
{
    /// <summary>The index of the direction of the whole gradient.</summary>
    internal const int Direction = -1;

    /// <summary>The bounds of the CS231n notes.</summary>
    private const double WrongFrom = 1e-2, SuspiciousFrom = 1e-4;

    /// <summary>Estimates may lie off by a little more than their uncertainty.</summary>
    private const double Margin = 3;

    /// <summary>
    /// True where kinks, not rounding, make the estimate uncertain: among many of them 1e-4 is too much to ask, and only 1e-2 counts.
    /// </summary>
    public bool IsRough { get; init; }

    /// <summary>|computed − estimated| / max(|computed|, |estimated|), uncertainty not taken off; 0 where both are 0.</summary>
    public double RelativeError => Larger == 0 ? 0 : Difference / Larger;

    /// <summary>What this entry says; nothing where it was left out.</summary>
    public GradientVerdict Verdict => State != GradientEntryState.Compared ? GradientVerdict.Unchecked
        : Exceeds(WrongFrom) ? GradientVerdict.Wrong
        : !IsRough && Exceeds(SuspiciousFrom) ? GradientVerdict.Suspicious
        : GradientVerdict.Right;

    /// <summary>Its place in memory; −1 for the direction of the whole gradient.</summary>
    internal int Index { get; init; } = Direction;

    private double Difference => Math.Abs(Computed - Estimated);

    private double Larger => Math.Max(Math.Abs(Computed), Math.Abs(Estimated));

    private bool Exceeds(double share) => !(Difference <= (share * Larger) + (Margin * Uncertainty));

    /// <summary>For example <c>[3, 17]: 0.0213 by backward, 0.0213 by differences, Right</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Place}: {Computed:g4} by backward, {Estimated:g4} by differences, {Verdict}");
}
