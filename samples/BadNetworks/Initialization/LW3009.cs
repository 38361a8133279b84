namespace BadNetworks.LW3009;

[Network]
[ImageInput(32, 32, 3)]
[Conv2D(16, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[Repeat<Unit>(9)]
[GlobalAveragePool2D]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class ResNet20;

[Block]
[Residual<Basic>]
[ReLU]
class Unit;

[Block]
[Conv2D(16, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[Conv2D(16, 3, Padding = Padding.Same)]
[BatchNorm]
class Basic;
