namespace BadNetworks.LW5006;

[Network]
[Input(784)]
[Dense(256)]
[BatchNorm]
[ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Digits;

public static class Session
{
    public static TrainingHistory Train(TrainingSet training)
    {
        var network = new Digits(seed: 1);
        var trainer = new Trainer<Digits>(network, new AdamW(1e-3f)) { BatchSize = 1 };
        return trainer.Fit(training, epochs: 5);
    }
}
