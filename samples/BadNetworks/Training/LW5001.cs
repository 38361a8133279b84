namespace BadNetworks.LW5001;

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
        var trainer = new Trainer<Digits>(network, new AdamW(0.1f));
        return trainer.Fit(training, epochs: 5);
    }
}
