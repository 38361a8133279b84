namespace BadNetworks.LW6001;

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
    public static void Run()
    {
        var data = IdxReader.Read("train-images-idx3-ubyte", "train-labels-idx1-ubyte");
        var (train, validation) = data.Split(0.9, seed: 1);
        var trainer = new Trainer<Digits>(new Digits(seed: 42), new AdamW(1e-3f));
        trainer.Fit(train, validation);
    }
}
