namespace Layerwright;

/// <summary>
/// Training has diverged: the loss, an output or a weight is no longer a finite number. A training step throws it before it changes anything, so the
/// network still holds the weights and statistics of the step before. A trainer gives the network the weights of the end of the
/// last epoch that went well (or those before the fit), since the steps before the fault may have spoilt them already; with
/// early stopping those of the best epoch.
/// </summary>
public sealed class TrainingDivergedException : ArithmeticException
{
    private const string Causes = " Usual causes: a learning rate too high, inputs or targets that are not finite, inputs that are not normalised.";
    private const string Unchanged = "Weights and running statistics are as before the step.";

    /// <summary>States where training diverged.</summary>
    /// <param name="loss">The loss that was found.</param>
    /// <param name="step">Number of the step, from 0.</param>
    /// <param name="epoch">Number of the epoch, from 1, where a trainer runs it.</param>
    public TrainingDivergedException(float loss, long step, int? epoch = null)
        : this(Describe(loss, step, epoch), loss, step, epoch)
    {
    }

    private TrainingDivergedException(string message, float loss, long step, int? epoch)
        : base(message)
    {
        Loss = loss;
        Step = step;
        Epoch = epoch;
    }

    /// <summary>
    /// The loss that was found: NaN or infinite. NaN where outputs (of <c>TrainingStep.Forward</c>) or weights (at the end of a
    /// trainer's epoch) were found not finite.
    /// </summary>
    public float Loss { get; }

    /// <summary>Number of the training step, from 0; in a trainer over the whole fit.</summary>
    public long Step { get; }

    /// <summary>Number of the epoch, from 1; null outside a trainer.</summary>
    public int? Epoch { get; }

    /// <summary>The message without its causes.</summary>
    internal string Fact => Message[..^Causes.Length];

    /// <summary>A forward pass gave an output that is not finite.</summary>
    internal static TrainingDivergedException OfOutput(float output, int row, int column, long step) =>
        new(Text($"Training diverged at step {step}: output {column} of row {row} is {output}. {Unchanged}"), float.NaN, step, null);

    /// <summary>A trainer found weights that are not finite at the end of an epoch.</summary>
    internal static TrainingDivergedException OfWeights(long step, int epoch) =>
        new(
            Text($"Training diverged at epoch {epoch}, step {step}: weights are not finite after it. {Restored(epoch)}"),
            float.NaN, step, epoch);

    private static string Describe(float loss, long step, int? epoch) => epoch is { } number
        ? Text($"Training diverged at epoch {number}, step {step}: the loss is {loss}. {Restored(number)}")
        : Text($"Training diverged at step {step}: the loss is {loss}. {Unchanged}");

    private static string Restored(int epoch) => epoch == 1
        ? "The network holds the weights from before the fit again."
        : "The network holds the weights of the last good epoch again; with early stopping, of the best one.";

    private static string Text(FormattableString finding) =>
        FormattableString.Invariant(finding) + Causes;
}
