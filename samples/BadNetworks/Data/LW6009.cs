namespace BadNetworks.LW6009;

[Network]
[ImageInput(28, 28, 1)]
[Conv2D(16, 3)]
[BatchNorm]
[ReLU]
[GlobalAveragePool2D]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Digits;

public static class Training
{
    public static Digits Normalized(TrainingSet train) => new(seed: 42) { Normalizer = Normalizer.FitWhiten(train) };
}
