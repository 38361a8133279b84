namespace Layerwright;

/// <summary>A layer's figures over the last observed steps.</summary>
internal static class LayerWindow
{
    /// <summary>The median of a figure over the last updates, or over the last samples where those updates hold too few.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="figure">What is looked at; samples without it do not count.</param>
    /// <param name="steps">How many updates to look back from the last sample.</param>
    /// <param name="fewest">How many samples it takes.</param>
    /// <returns>The median; null where there are not so many samples.</returns>
    public static double? Last(LayerRecord layer, Func<LayerSample, double?> figure, long steps, int fewest)
    {
        (long Step, double Value)[] known = [.. Known(layer, figure)];
        if (known.Length < fewest)
        {
            return null;
        }

        long first = known[^1].Step - steps;
        int taken = Math.Max(fewest, known.Count(pair => pair.Step > first));
        return Median.Of(known[^taken..].Select(pair => pair.Value));
    }

    /// <summary>The samples that have a figure. What came out of a loss that was not finite any more counts no more: LW7001 says it.</summary>
    public static IEnumerable<(long Step, double Value)> Known(LayerRecord layer, Func<LayerSample, double?> figure) =>
        layer.Samples.Select(sample => (sample.Step, Value: figure(sample) ?? double.NaN)).Where(pair => double.IsFinite(pair.Value));

    /// <summary>Layers with their figures for a message, the first of them: <c>ReLU1 (43 %), ReLU2 (51 %) and 3 more</c>.</summary>
    /// <param name="layers">Names and figures.</param>
    public static string List(IReadOnlyList<(string Name, string Figure)> layers)
    {
        const int shown = 4;
        string text = string.Join(", ", layers.Take(shown).Select(layer => $"{layer.Name} ({layer.Figure})"));
        return layers.Count > shown ? FormattableString.Invariant($"{text} and {layers.Count - shown} more") : text;
    }

    /// <summary>A share in whole per cent.</summary>
    public static string Percent(double share) => FormattableString.Invariant($"{100 * share:f0} %");
}
