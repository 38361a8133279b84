namespace BadNetworks.LW6005;

[Network]
[Input(28 * 28)]
[Dense(128)]
[BatchNorm]
[ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Digits;

public static class Search
{
    public static double Best(TrainingSet train, Dataset validation)
    {
        double best = double.PositiveInfinity;
        foreach (float rate in new[] { 1e-4f, 1e-3f, 1e-2f })
        {
            foreach (float decay in new[] { 1e-4f, 1e-3f, 1e-2f })
            {
                var net = new Digits(seed: 42) { Normalizer = Normalizer.FitPerChannel(train) };
                var trainer = new Trainer<Digits>(net, new AdamW(rate) { WeightDecay = decay });
                trainer.Fit(train, epochs: 5);
                best = Math.Min(best, trainer.Evaluate(validation).Loss);
            }
        }

        return best;
    }
}
