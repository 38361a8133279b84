namespace InitializationSample;

/// <summary>What becomes of a network's signals, in a few words.</summary>
internal static class Verdict
{
    public static string Of(Passage passage) => (passage.Forward, passage.Backward, passage.Last.Saturated) switch
    {
        (< 0.01, _, _) => "vanishes",
        (> 100, _, _) => "explodes",
        (_, > 100, > 0.5) => "saturates, gradients explode",
        (_, _, > 0.5) => "saturates",
        (< 0.1, _, _) or (_, < 0.1, _) => "fades",
        _ => "lives",
    };
}
