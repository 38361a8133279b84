namespace Layerwright;

/// <summary>How far a fit is: reported after every batch, and once more after every epoch, when validation is done.</summary>
public readonly record struct TrainingProgress
{
    /// <summary>The epoch at hand, from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>Epochs of the whole fit, if it runs to its end.</summary>
    public required int Epochs { get; init; }

    /// <summary>Batches of this epoch that are done.</summary>
    public required int Batch { get; init; }

    /// <summary>Batches of one epoch.</summary>
    public required int Batches { get; init; }

    /// <summary>True for the report that ends an epoch.</summary>
    public bool IsEpochEnd { get; init; }

    /// <summary>The mean loss, penalties included, over the rows of this epoch so far, each under the weights of its own step.</summary>
    public required double Loss { get; init; }

    /// <summary>The loss over the validation rows; null before the epoch's end, and without validation data.</summary>
    public double? ValidationLoss { get; init; }

    /// <summary>The trainer's first metric over the validation rows; null where there is no validation loss, and without metrics.</summary>
    public double? ValidationMetric { get; init; }

    /// <summary>The optimizer's learning rate times the schedule's factor, at the last step.</summary>
    public required float LearningRate { get; init; }

    /// <summary>Rows trained on each second, over this epoch so far; validation does not count.</summary>
    public required double SamplesPerSecond { get; init; }

    /// <summary>For example <c>epoch 3 of 10, batch 120 of 422: loss 0.3121</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"epoch {Epoch} of {Epochs}, batch {Batch} of {Batches}: loss {Loss:g4}{(ValidationLoss is { } loss ? FormattableString.Invariant($", validation {loss:g4}") : "")}");
}
