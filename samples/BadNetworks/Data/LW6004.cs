namespace BadNetworks.LW6004;

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
    public static Evaluation Run(TrainingSet train, Dataset test)
    {
        var net = new Digits(seed: 42) { Normalizer = Normalizer.FitPerChannel(train) };
        var trainer = new Trainer<Digits>(net, new AdamW(1e-3f)) { EarlyStopping = new EarlyStopping(Patience: 3) };
        trainer.Fit(train, test, epochs: 50);
        return trainer.Evaluate(test);
    }
}
