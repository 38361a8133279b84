namespace BadNetworks.LW5008;

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
        var trainer = new Trainer<Digits>(network, new Sgd(0.05f) { Momentum = 0.9f }) { Schedule = new StepDecay(30) };
        return trainer.Fit(training, epochs: 20);
    }
}
