namespace BadNetworks.LW1018;

[Network]
[ImageInput(32, 32, 3)]
[Conv2D(64, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[Repeat<Plain>(20)]
[GlobalAveragePool2D]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Photos;

[Block]
[Conv2D(64, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
public sealed class Plain;
