namespace InitializationSample;

/// <summary>What becomes of a network's signals, in a few words.</summary>
internal static class Verdict
{
    /// <summary>Ten layers may change a signal by this much, and twenty would still be bearable.</summary>
    private const double Bearable = 100;

    public static string Of(Passage passage) => (passage.Forward, passage.Backward, passage.Last.Saturated) switch
    {
        (< 1 / Bearable, _, _) => "vanishes",
        (> Bearable, _, _) => "explodes",
        (_, > Bearable, > 0.5) => "saturates; gradients explode",
        (_, _, > 0.5) => "saturates",
        (< 0.1 or > 10, _, _) or (_, < 0.1 or > 10, _) => "fades",
        _ => "alive",
    };
}
