namespace BadNetworks.LW6008;

[Network]
[ImageInput(28, 28, 1)]
[Flatten]
[Dense(64)]
[BatchNorm]
[ReLU]
[Dropout(0.5)]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Digits;

public static class Checking
{
    public static GradientReport Check(Digits net, Dataset data) => GradientCheck.Run(net, data, new() { Step = 0.1f });
}
