namespace Layerwright;

/// <summary>Features of a record's inputs that are not as they should be, for a message.</summary>
internal static class InputFeatures
{
    /// <summary>How many, and the worst: <c>1 of 8 features is so, the worst, [4], with mean 5 and deviation 0.06</c>.</summary>
    /// <param name="record">The record.</param>
    /// <param name="places">Their places among the features; one at least.</param>
    /// <param name="badness">What the worst has most of.</param>
    public static string Describe(TrainingRecord record, IReadOnlyList<int> places, Func<InputFeature, double> badness)
    {
        int worst = places.MaxBy(place => badness(record.InputFeatures[place]));
        InputFeature feature = record.InputFeatures[worst];
        string kind = record.InputPositions > 1 ? "channels" : "features";
        return FormattableString.Invariant(
            $"{places.Count} of {record.InputFeatures.Count} {kind} (the worst, [{worst}], has mean {feature.Mean:g3} and deviation {feature.Deviation:g3})");
    }

    /// <summary>The places of those for which something holds.</summary>
    public static IReadOnlyList<int> Where(TrainingRecord record, Func<InputFeature, bool> holds) =>
        [.. Enumerable.Range(0, record.InputFeatures.Count).Where(place => holds(record.InputFeatures[place]))];
}
