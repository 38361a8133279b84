namespace BadNetworks.LW5010;

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
    public static TrainingHistory Train(TrainingSet training, string path)
    {
        var network = new Digits(seed: 1);
        network.LoadWeights(path);
        var trainer = new Trainer<Digits>(network, new AdamW());
        return trainer.Fit(training, epochs: 5);
    }
}
