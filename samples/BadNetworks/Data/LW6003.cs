namespace BadNetworks.LW6003;

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
    public static void Run(TrainingSet train)
    {
        var net = new Digits(seed: 42) { Normalizer = Normalizer.FitPerChannel(train) };
        var trainer = new Trainer<Digits>(net, new AdamW(1e-3f)) { BatchSize = 128, Shuffle = false };
        trainer.Fit(train);
    }
}
