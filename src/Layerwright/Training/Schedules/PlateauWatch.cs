namespace Layerwright;

/// <summary>What a fit keeps for <see cref="ReduceOnPlateau"/>.</summary>
/// <param name="Best">The best loss.</param>
/// <param name="EpochsWithout">Epochs without improvement.</param>
/// <param name="CooldownLeft">Epochs that do not count.</param>
/// <param name="Factor">The product of all reductions.</param>
internal readonly record struct PlateauState(double Best, int EpochsWithout, int CooldownLeft, double Factor);

/// <summary><see cref="ReduceOnPlateau"/> at work in one fit.</summary>
internal sealed class PlateauWatch(ReduceOnPlateau settings, double learningRate)
{
    /// <summary>What it has seen so far.</summary>
    public PlateauState State { get; set; } = new(double.PositiveInfinity, 0, 0, 1);

    /// <summary>Takes the loss of an epoch in. A loss that is no number is no improvement.</summary>
    public void Add(double loss)
    {
        (double best, int epochsWithout, int cooldownLeft, double factor) = State;
        bool isBetter = loss < best * (1 - (double)settings.Threshold);
        best = isBetter ? loss : best;
        epochsWithout = isBetter ? 0 : epochsWithout + 1;
        if (cooldownLeft > 0)
        {
            cooldownLeft--;
            epochsWithout = 0;
        }

        if (epochsWithout > settings.Patience)
        {
            double rate = learningRate * factor, reduced = Math.Max(rate * settings.ReductionFactor, settings.MinimumRate);
            factor = rate - reduced > settings.Epsilon ? reduced / learningRate : factor;
            cooldownLeft = settings.Cooldown;
            epochsWithout = 0;
        }

        State = new(best, epochsWithout, cooldownLeft, factor);
    }
}
