namespace Layerwright;

/// <summary>What a fit keeps for <see cref="ReduceOnPlateau"/>: the best loss, epochs without improvement, the reductions made.</summary>
internal sealed class PlateauWatch(ReduceOnPlateau settings, double learningRate)
{
    private double _best = double.PositiveInfinity;
    private int _epochsWithout;
    private int _cooldownLeft;

    /// <summary>The product of all reductions.</summary>
    public double Factor { get; private set; } = 1;

    /// <summary>Takes the loss of an epoch in. A loss that is no number is no improvement.</summary>
    public void Add(double loss)
    {
        bool isBetter = loss < _best * (1 - (double)settings.Threshold);
        _best = isBetter ? loss : _best;
        _epochsWithout = isBetter ? 0 : _epochsWithout + 1;
        if (_cooldownLeft > 0)
        {
            _cooldownLeft--;
            _epochsWithout = 0;
        }

        if (_epochsWithout > settings.Patience)
        {
            double rate = learningRate * Factor, reduced = Math.Max(rate * settings.ReductionFactor, settings.MinimumRate);
            Factor = rate - reduced > settings.Epsilon ? reduced / learningRate : Factor;
            _cooldownLeft = settings.Cooldown;
            _epochsWithout = 0;
        }
    }
}
