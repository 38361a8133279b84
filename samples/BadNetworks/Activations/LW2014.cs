namespace BadNetworks.LW2014;

[Network]
[Input(784)]
[Dense(256)]
[BatchNorm]
[PReLU(PerChannel = true)]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Digits;

public static class Session
{
    public static TrainingHistory Train(TrainingSet training)
    {
        var optimizer = new Sgd(0.05f) { Momentum = 0.9f, WeightDecay = 1e-4f, DecayAll = true };
        return new Trainer<Digits>(new Digits(seed: 1), optimizer).Fit(training, epochs: 5);
    }
}
