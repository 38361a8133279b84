using Layerwright.Runtime;

namespace Layerwright;

/// <summary>What a report shows. Every part may be missing; a part that is missing or empty leaves no trace on the page.</summary>
public sealed record ReportContent
{
    /// <summary>The page's heading. Default: null, the network's name, or <c>Training report</c> where there is no network either.</summary>
    public string? Title { get; init; }

    /// <summary>A sentence or two under the heading: what was trained, on what, why.</summary>
    public string? Description { get; init; }

    /// <summary>The network's layers, shapes and parameters. Default: null, those of <see cref="Record"/>.</summary>
    public NetworkSummary? Summary { get; init; }

    /// <summary>What a monitor recorded of the fit: curves, learning rate, update ratios, gradients, histograms.</summary>
    public TrainingRecord? Record { get; init; }

    /// <summary>What monitor and sanity checks found; null where nobody looked. An empty list says on the page that nothing was found.</summary>
    public IReadOnlyList<Finding>? Findings
    {
        get;
        init => field = ValueList<Finding>.OfNullable(value);
    }

    /// <summary>What was checked before the fit: a verdict for each check, and the learning rates that were tried.</summary>
    public SanityReport? Sanity { get; init; }

    /// <summary>A sweep of learning rates of its own. Default: null, that of <see cref="Sanity"/>.</summary>
    public LearningRateReport? LearningRates { get; init; }

    /// <summary>Loss, metrics and confusion matrix on rows that were not trained on.</summary>
    public Evaluation? Evaluation { get; init; }

    /// <summary>A name for each class, in the order of their numbers; null for their numbers.</summary>
    public IReadOnlyList<string>? ClassNames
    {
        get;
        init => field = ValueList<string>.OfNullable(value);
    }

    /// <summary>Rows that were taken for another class with the most confidence, worst first: see <see cref="Mistake.Worst"/>.</summary>
    public IReadOnlyList<Mistake> Mistakes
    {
        get;
        init => field = ValueList<Mistake>.Of(value);
    } = ValueList<Mistake>.Of([]);

    /// <summary>Predictions beside targets, for each output of a regression that is to be shown: see <see cref="RegressionPredictions.Of"/>.</summary>
    public IReadOnlyList<RegressionPredictions> Regressions
    {
        get;
        init => field = ValueList<RegressionPredictions>.Of(value);
    } = ValueList<RegressionPredictions>.Of([]);

    /// <summary>Layers side by side outside a fit, for example under several initialisations.</summary>
    public IReadOnlyList<LayerPanel> Panels
    {
        get;
        init => field = ValueList<LayerPanel>.Of(value);
    } = ValueList<LayerPanel>.Of([]);

    /// <summary>The heading and which parts there are.</summary>
    public override string ToString()
    {
        (string Name, object? Part)[] parts =
        [
            ("record", Record), ("findings", Findings), ("sanity checks", Sanity), ("learning rates", LearningRates ?? Sanity?.LearningRates), ("evaluation", Evaluation),
            ("regressions", Regressions.Count > 0 ? Regressions : null),
            ("mistakes", Mistakes.Count > 0 ? Mistakes : null), ("panels", Panels.Count > 0 ? Panels : null),
        ];
        string[] present = [.. parts.Where(part => part.Part is not null).Select(part => part.Name)];
        return $"{Title ?? (Summary ?? Record?.Summary)?.Name ?? "Training report"}: {(present.Length > 0 ? string.Join(", ", present) : "nothing")}";
    }
}
