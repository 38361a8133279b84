namespace BadNetworks.LW6002;

[Network]
[Input(28 * 28)]
[Dense(128)]
[BatchNorm]
[ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Digits;

public static class Training
{
    public static Evaluation Run(Dataset data)
    {
        var (train, test) = data.Split(0.9, seed: 1);
        var net = new Digits(seed: 42) { Normalizer = Normalizer.FitPerChannel(data.AsTrainingSet()) };
        var trainer = new Trainer<Digits>(net, new AdamW(1e-3f));
        trainer.Fit(train);
        return trainer.Evaluate(test);
    }
}
