namespace Layerwright;

/// <summary>
/// Training has diverged: the loss is no longer a finite number. A training step throws it before it changes anything, so the
/// network still holds the weights and statistics of the step before. A trainer gives the network the weights of the end of the
/// last epoch that went well (or those before the fit), since the steps before the fault may have spoilt them already; with
/// early stopping those of the best epoch.
/// </summary>
public sealed class TrainingDivergedException : ArithmeticException
{
    /// <summary>States where training diverged.</summary>
    /// <param name="loss">The loss that was found.</param>
    /// <param name="step">Number of the step, from 0.</param>
    /// <param name="epoch">Number of the epoch, from 1, where a trainer runs it.</param>
    public TrainingDivergedException(float loss, long step, int? epoch = null)
        : base(Describe(loss, step, epoch))
    {
        Loss = loss;
        Step = step;
        Epoch = epoch;
    }

    /// <summary>The loss that was found: NaN or infinite. NaN where a trainer found the weights themselves not finite.</summary>
    public float Loss { get; }

    /// <summary>Number of the training step, from 0; in a trainer over the whole fit.</summary>
    public long Step { get; }

    /// <summary>Number of the epoch, from 1; null outside a trainer.</summary>
    public int? Epoch { get; }

    private static string Describe(float loss, long step, int? epoch)
    {
        string place = epoch is { } number ? $"epoch {number}, step {step}" : $"step {step}";
        return FormattableString.Invariant(
            $"Training diverged at {place}: the loss is {loss}. The step changed nothing. Usual causes: a learning rate too high, inputs or targets that are not finite, inputs that are not normalised.");
    }
}
