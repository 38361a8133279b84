namespace BadNetworks.LW1004;

[Network]
[ImageInput(32, 32, 3)]
[Conv2D(32, 3, Stride = 2)]         // 15 places end at row 31 of 32
[BatchNorm]
[ReLU]
[GlobalAveragePool2D]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Photos;
