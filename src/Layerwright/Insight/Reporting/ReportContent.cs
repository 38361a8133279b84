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
    public IReadOnlyList<Finding>? Findings { get; init; }

    /// <summary>What was checked before the fit: a verdict for each check, and the learning rates that were tried.</summary>
    public SanityReport? Sanity { get; init; }

    /// <summary>A sweep of learning rates of its own. Default: null, that of <see cref="Sanity"/>.</summary>
    public LearningRateReport? LearningRates { get; init; }

    /// <summary>Loss, metrics and confusion matrix on rows that were not trained on.</summary>
    public Evaluation? Evaluation { get; init; }

    /// <summary>A name for each class, in the order of their numbers; null for their numbers.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>Rows that were taken for another class with the most confidence, worst first: see <see cref="Mistake.Worst"/>.</summary>
    public IReadOnlyList<Mistake> Mistakes { get; init; } = [];

    /// <summary>Predictions beside targets, for each output of a regression that is to be shown: see <see cref="RegressionPredictions.Of"/>.</summary>
    public IReadOnlyList<RegressionPredictions> Regressions { get; init; } = [];

    /// <summary>Layers side by side outside a fit, for example under several initialisations.</summary>
    public IReadOnlyList<LayerPanel> Panels { get; init; } = [];
}
