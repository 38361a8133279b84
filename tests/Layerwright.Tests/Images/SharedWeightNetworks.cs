#pragma warning disable LW2001, LW3001, LW4001, LW2009, LW4002 // small networks that exercise the run time; none is meant to learn well
namespace Layerwright.Tests.Images;

[Network(InputGradient = true)]
[ImageInput(7, 6, 5)]
[DepthwiseConv2D(3, Padding = Padding.Same, BiasInit = 0.2)]
[Flatten]
[MeanSquaredError]
public partial class DepthwiseImages;

[Network(InputGradient = true)]
[Input(210)]
[Dense(210)]
[MeanSquaredError]
public partial class DepthwiseRows;

[Network(InputGradient = true)]
[ImageInput(9, 8, 3)]
[DepthwiseConv2D(3, 2, Stride = 2, PadHeight = 1, Multiplier = 6)]
[Flatten]
[MeanSquaredError]
public partial class MultipliedImages;

[Network(InputGradient = true)]
[Input(216)]
[Dense(360)]
[MeanSquaredError]
public partial class MultipliedRows;

[Network(InputGradient = true)]
[ImageInput(10, 9, 4)]
[DepthwiseConv2D(2, StrideHeight = 3, PadHeight = 2, PadWidth = 1, Dilation = 2, UseBias = false)]
[Flatten]
[MeanSquaredError]
public partial class DilatedImages;

[Network(InputGradient = true)]
[Input(360)]
[Dense(144, UseBias = false)]
[MeanSquaredError]
public partial class DilatedRows;

[Network(InputGradient = true)]
[ImageInput(9, 8, 3)]
[Conv2D(37, 3, Stride = 2, Padding = Padding.Same, BiasInit = 0.1)]
[Flatten]
[MeanSquaredError]
public partial class ConvolvedImages;

[Network(InputGradient = true)]
[Input(216)]
[Dense(740)]
[MeanSquaredError]
public partial class ConvolvedRows;

[Network(InputGradient = true)]
[ImageInput(9, 8, 6)]
[Conv2D(9, 3, 2, Groups = 3, StrideHeight = 2, Pad = 1, BiasInit = 0.1)]
[Flatten]
[MeanSquaredError]
public partial class GroupedImages;

[Network(InputGradient = true)]
[Input(432)]
[Dense(405)]
[MeanSquaredError]
public partial class GroupedRows;

[Network(InputGradient = true)]
[ImageInput(7, 6, 5)]
[Conv2D(10, 3, Groups = 5, Padding = Padding.Same)]
[Flatten]
[MeanSquaredError]
public partial class GroupForEachChannelImages;

[Network(InputGradient = true)]
[Input(210)]
[Dense(420)]
[MeanSquaredError]
public partial class GroupForEachChannelRows;

[Network(InputGradient = true)]
[ImageInput(6, 5, 64)]
[Conv2D(128, 3, Groups = 2, Padding = Padding.Same)]
[Flatten]
[MeanSquaredError]
public partial class WideGroupedImages;

[Network(InputGradient = true)]
[Input(1920)]
[Dense(3840)]
[MeanSquaredError]
public partial class WideGroupedRows;

[Network(InputGradient = true)]
[ImageInput(12, 11, 3)]
[DepthwiseConv2D(3, Padding = Padding.Same, Multiplier = 2)]
[BatchNorm]
[ReLU6]
[DepthwiseConv2D(3, Stride = 2, Pad = 1, L2 = 0.01)]
[BatchNorm]
[GELU]
[DepthwiseConv2D(5, 3, Padding = Padding.Same)]
[Dropout(0.2)]
[Flatten]
[Dense(7)]
[SoftmaxCrossEntropy]
public partial class DepthwiseChain;
