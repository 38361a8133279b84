namespace Layerwright;

/// <summary>One epoch of a fit on the curves.</summary>
public sealed record EpochRecord
{
    /// <summary>The epoch, from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>Updates made in the fit by its end.</summary>
    public required long Step { get; init; }

    /// <summary>The mean loss over the epoch, penalties included, each batch under the weights of its own step.</summary>
    public required double TrainingLoss { get; init; }

    /// <summary>
    /// The loss of the epoch's last weights over a fixed sample of training rows, in inference mode and without penalties: what
    /// <see cref="ValidationLoss"/> compares with.
    /// </summary>
    public required double MeasuredTrainingLoss { get; init; }

    /// <summary>The share of those rows that were classified right; null where the network does not classify.</summary>
    public double? TrainingAccuracy { get; init; }

    /// <summary>The loss over the validation rows; null without them.</summary>
    public double? ValidationLoss { get; init; }

    /// <summary>The share of the validation rows that were classified right; null without them, or where the network does not classify.</summary>
    public double? ValidationAccuracy { get; init; }

    /// <summary>For example <c>epoch 3: loss 0.412, validation 0.455</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"epoch {Epoch}: loss {TrainingLoss:g4}{(ValidationLoss is { } loss ? FormattableString.Invariant($", validation {loss:g4}") : "")}");
}
