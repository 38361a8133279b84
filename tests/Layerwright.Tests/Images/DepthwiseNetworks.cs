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
[DepthwiseConv2D(2, StrideHeight = 3, Pad = 1, DilationWidth = 3, UseBias = false)]
[Flatten]
[MeanSquaredError]
public partial class DilatedImages;

[Network(InputGradient = true)]
[Input(360)]
[Dense(128, UseBias = false)]
[MeanSquaredError]
public partial class DilatedRows;

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
