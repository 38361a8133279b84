namespace Layerwright;

/// <summary>LW7016: which of a search's best values lie at an end of the range that was given. Where every trial diverged none is best.</summary>
internal static class BorderFindings
{
    private const string Id = "LW7016";

    public static IEnumerable<Finding> Of(SearchSpace space, TrialResult best)
    {
        if (best.IsDiverged)
        {
            yield break;
        }

        foreach ((string name, SearchRange range) in space.Ranges)
        {
            if (range.BorderNear(best.Dealt.Values[name]) is var (end, isUpper))
            {
                yield return new Finding(
                    Id,
                    "Best at the border",
                    FindingSeverity.Warning,
                    $"the best {name}, {TrialResult.Short(best.Values[name])}, lies within 5 % of the {(isUpper ? "upper" : "lower")} end of its range, {TrialResult.Short(end)}",
                    $"A better one may lie beyond: search {(isUpper ? "above" : "below")} it too, if {(isUpper ? "larger" : "smaller")} values mean something");
            }
        }
    }
}
