namespace Layerwright.Tests.Oracles;

// Pooling, and what changes an image's size without weights.

[Network(InputGradient = true)]
[ImageInput(6, 6, 2)]
[Conv2D(3, 3, Key = "0")]
[ReLU]
[AveragePool2D(2)]
[Flatten]
[Dense(3, Key = "4")]
[SoftmaxCrossEntropy]
internal sealed partial class Conv2dAvgpool;

[Network(InputGradient = true)]
[ImageInput(7, 7, 2)]
[Conv2D(2, 3, Key = "0")]
[AveragePool2D(3, Stride = 2, Pad = 1, CountPadding = false)]
[Flatten]
[Dense(3, Key = "3")]
[SoftmaxCrossEntropy]
internal sealed partial class Conv2dAvgpoolPadExcl;

[Network(InputGradient = true)]
[ImageInput(7, 7, 2)]
[Conv2D(2, 3, Key = "0")]
[AveragePool2D(3, Stride = 2, Pad = 1)]
[Flatten]
[Dense(3, Key = "3")]
[SoftmaxCrossEntropy]
internal sealed partial class Conv2dAvgpoolPadIncl;

[Network(InputGradient = true)]
[ImageInput(6, 6, 2)]
[Conv2D(4, 3, Key = "0")]
[ReLU]
[GlobalAveragePool2D]
[Dense(3, Key = "4")]
[SoftmaxCrossEntropy]
internal sealed partial class Conv2dGlobalavgpool;

[Network(InputGradient = true)]
[ImageInput(7, 7, 1)]
[Conv2D(2, 3, Key = "0")]
[MaxPool2D(2)]
[Flatten]
[Dense(3, Key = "3")]
[SoftmaxCrossEntropy]
internal sealed partial class Conv2dMaxpoolOddFloor;

[Network(InputGradient = true)]
[ImageInput(7, 7, 2)]
[Conv2D(2, 3, Key = "0")]
[MaxPool2D(3, Stride = 2, Pad = 1)]
[Flatten]
[Dense(3, Key = "3")]
[SoftmaxCrossEntropy]
internal sealed partial class Conv2dMaxpoolOverlap;

[Network(InputGradient = true)]
[ImageInput(9, 12, 1)]
[Conv2D(3, 3, Key = "0")]
[MaxPool2D(2, 3, StrideHeight = 1, StrideWidth = 2, PadHeight = 1)]
[AveragePool2D(3, 2, StrideHeight = 2, StrideWidth = 1, Pad = 1)]
[Flatten]
[Dense(3, Key = "4")]
[SoftmaxCrossEntropy]
internal sealed partial class PoolRectangular;

[Network(InputGradient = true)]
[ImageInput(6, 7, 2)]
[Conv2D(19, 3, Key = "0")]
[ReLU]
[GlobalMaxPool2D]
[Dense(3, Key = "3")]
[SoftmaxCrossEntropy]
internal sealed partial class PoolGlobalmax;

[Network(InputGradient = true)]
[ImageInput(6, 5, 2)]
[ZeroPadding2D(1, 2, 0, 3)]
[Conv2D(3, 3, Stride = 2, Key = "1")]
[ReLU]
[Upsample2D(3)]
[Conv2D(2, 3, 2, StrideHeight = 3, StrideWidth = 2, Key = "4")]
[Flatten]
[Dense(3, Key = "6")]
[SoftmaxCrossEntropy]
internal sealed partial class PaddingUpsample;
