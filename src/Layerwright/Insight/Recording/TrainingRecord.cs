using Layerwright.Runtime;

namespace Layerwright;

/// <summary>Everything that a monitor recorded of a fit: what findings are drawn from, and what a report shows.</summary>
public sealed record TrainingRecord
{
    /// <summary>The network: layers, shapes, parameters.</summary>
    public required NetworkSummary Summary { get; init; }

    /// <summary>How gradients changed weights.</summary>
    public required Optimizer Optimizer { get; init; }

    /// <summary>Rows that were trained on.</summary>
    public required int TrainingRows { get; init; }

    /// <summary>Rows that were validated on; 0 without validation data.</summary>
    public required int ValidationRows { get; init; }

    /// <summary>Classes that the network tells apart; 0 where it does not classify.</summary>
    public required int Classes { get; init; }

    /// <summary>Updates of one epoch.</summary>
    public required int StepsPerEpoch { get; init; }

    /// <summary>
    /// The loss that a network without knowledge has: ln C for C classes; null where it is not known (values as targets, see the
    /// first loss). Without penalties.
    /// </summary>
    public double? ExpectedLoss { get; init; }

    /// <summary>The loss of the first update's rows before it, in training mode and without penalties; null before it, where it is unknown, and where the
    /// trainer had trained the network before.</summary>
    public double? InitialLoss { get; init; }

    /// <summary>Epochs of the whole fit, if it runs to its end; 0 where it is unknown.</summary>
    public int PlannedEpochs { get; init; }

    /// <summary>The share of right answers of a guess: that of the largest class in the training rows; null where the network does not classify.</summary>
    public double? ChanceAccuracy { get; init; }

    /// <summary>The mean of the first batch's inputs as the network's layers see them, normaliser applied.</summary>
    public double InputMean { get; init; }

    /// <summary>Their deviation.</summary>
    public double InputDeviation { get; init; }

    /// <summary>
    /// The features of the inputs one by one (of images their channels), normaliser applied, over at most 256 training rows; empty where there are
    /// too few rows for it.
    /// </summary>
    public IReadOnlyList<InputFeature> InputFeatures
    {
        get;
        init => field = ValueList<InputFeature>.Of(value);
    } = ValueList<InputFeature>.Of([]);

    /// <summary>Lines of one row of the inputs: an image's pixels, a sequence's steps; 1 where each number is a feature of its own.</summary>
    public int InputPositions { get; init; } = 1;

    /// <summary>Training rows that were measured after each epoch; 0 where it is unknown.</summary>
    public int MeasuredRows { get; init; }

    /// <summary>The curve of the loss and of the learning rate: all first updates, later means of several.</summary>
    public required IReadOnlyList<StepRecord> Steps
    {
        get;
        init => field = ValueList<StepRecord>.Of(value);
    }

    /// <summary>The epochs that were finished.</summary>
    public required IReadOnlyList<EpochRecord> Epochs
    {
        get;
        init => field = ValueList<EpochRecord>.Of(value);
    }

    /// <summary>The network's layers but input and loss, in the summary's order.</summary>
    public required IReadOnlyList<LayerRecord> Layers
    {
        get;
        init => field = ValueList<LayerRecord>.Of(value);
    }

    /// <summary>Why the fit ended before its time; null where it did not.</summary>
    public string? Fault { get; init; }

    /// <summary>For example <c>FashionNet: 10 of 10 epochs, 6 layers</c>.</summary>
    public override string ToString() => $"{Summary.Name}: {Epochs.Count} of {PlannedEpochs} epochs, {Layers.Count} layers";
}
