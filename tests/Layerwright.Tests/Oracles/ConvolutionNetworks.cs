namespace Layerwright.Tests.Oracles;

// Convolutions of every kind.

[Network(InputGradient = true)]
[ImageInput(8, 8, 2)]
[Conv2D(3, 3, Key = "0")]
[ReLU]
[MaxPool2D(2)]
[Flatten]
[Dense(4, Key = "4")]
[SoftmaxCrossEntropy]
internal sealed partial class Conv2dBasic;

[Network(InputGradient = true)]
[ImageInput(5, 5, 4)]
[DepthwiseConv2D(3, Padding = Padding.Same, Key = "0")]
[ReLU]
[Conv2D(3, 1, Key = "2")]
[Flatten]
[Dense(3, Key = "4")]
[SoftmaxCrossEntropy]
internal sealed partial class Conv2dDepthwise;

[Network(InputGradient = true)]
[ImageInput(6, 6, 2)]
[Conv2D(3, 3, Dilation = 2, Pad = 2, Key = "0")]
[ReLU]
[Flatten]
[Dense(3, Key = "3")]
[SoftmaxCrossEntropy]
internal sealed partial class Conv2dDilation2;

[Network(InputGradient = true)]
[ImageInput(5, 5, 4)]
[Conv2D(6, 3, Groups = 2, Pad = 1, Key = "0")]
[ReLU]
[Flatten]
[Dense(3, Key = "3")]
[SoftmaxCrossEntropy]
internal sealed partial class Conv2dGroups2;

[Network(InputGradient = true)]
[ImageInput(6, 6, 1)]
[Conv2D(2, 5, Padding = Padding.Same, UseBias = false, Key = "0")]
[ReLU]
[MaxPool2D(2)]
[Flatten]
[Dense(3, Key = "4")]
[SoftmaxCrossEntropy]
internal sealed partial class Conv2dNobias5x5;

[Network(InputGradient = true)]
[ImageInput(5, 8, 2)]
[Conv2D(3, 3, 2, StrideWidth = 2, PadHeight = 1, Key = "0")]
[ReLU]
[Flatten]
[Dense(3, Key = "3")]
[SoftmaxCrossEntropy]
internal sealed partial class Conv2dNonsquare;

[Network(InputGradient = true)]
[ImageInput(7, 7, 2)]
[Conv2D(3, 3, Stride = 2, Pad = 1, Key = "0")]
[ReLU]
[Flatten]
[Dense(3, Key = "3")]
[SoftmaxCrossEntropy]
internal sealed partial class Conv2dStride2Pad1;

[Network(InputGradient = true)]
[ImageInput(12, 12, 1)]
[Conv2D(3, 3, Padding = Padding.Same, Key = "0")]
[ReLU]
[MaxPool2D(2)]
[Conv2D(4, 3, Key = "3")]
[ReLU]
[MaxPool2D(2)]
[Flatten]
[Dense(5, Key = "7")]
[SoftmaxCrossEntropy]
internal sealed partial class LenetTiny;

[Network(InputGradient = true)]
[ImageInput(9, 12, 2)]
[Conv2D(5, 3, Stride = 2, Padding = Padding.Same, Key = "0")]
[ReLU]
[Conv2D(3, 5, Stride = 2, Padding = Padding.Same, Key = "2")]
[Flatten]
[Dense(3, Key = "4")]
[SoftmaxCrossEntropy]
internal sealed partial class Conv2dSameStride2;

[Network(InputGradient = true)]
[ImageInput(7, 6, 2)]
[Conv2D(4, 2, Padding = Padding.Same, Key = "0")]
[ReLU]
[Conv2D(3, 4, 2, Stride = 2, Padding = Padding.Same, Key = "2")]
[Flatten]
[Dense(3, Key = "4")]
[SoftmaxCrossEntropy]
internal sealed partial class Conv2dSameEven;

[Network(InputGradient = true)]
[ImageInput(9, 5, 3)]
[Conv2D(4, 3, 2, Dilation = 3, Padding = Padding.Same, Key = "0")]
[Tanh]
[Conv2D(2, 4, StrideWidth = 2, Dilation = 2, Padding = Padding.Same, Key = "2")]
[Flatten]
[Dense(3, Key = "4")]
[SoftmaxCrossEntropy]
internal sealed partial class Conv2dSameDilated;

[Network(InputGradient = true)]
[ImageInput(17, 11, 3)]
[Conv2D(17, 3, Stride = 2, Pad = 1, Key = "0")]
[ReLU]
[Conv2D(9, 1, 3, Key = "2")]
[ReLU]
[Conv2D(7, 3, 1, StrideHeight = 2, Key = "4")]
[Flatten]
[Dense(3, Key = "6")]
[SoftmaxCrossEntropy]
internal sealed partial class Conv2dOddSizes;

[Network(InputGradient = true)]
[ImageInput(9, 7, 6)]
[Conv2D(9, 3, Groups = 3, Stride = 2, Pad = 2, Key = "0")]
[ReLU]
[Conv2D(12, 2, 3, Groups = 3, Dilation = 2, Pad = 1, Key = "2")]
[Flatten]
[Dense(3, Key = "4")]
[SoftmaxCrossEntropy]
internal sealed partial class Conv2dGroupsStrided;

[Network(InputGradient = true)]
[ImageInput(11, 10, 3)]
[Conv2D(16, 3, Padding = Padding.Same, Key = "0")]
[ReLU]
[Conv2D(32, 3, Padding = Padding.Same, Key = "2")]
[ReLU]
[Conv2D(16, 3, Key = "4")]
[GlobalAveragePool2D]
[Dense(4, Key = "6")]
[SoftmaxCrossEntropy]
internal sealed partial class Conv2dWide;

[Network(InputGradient = true)]
[ImageInput(7, 8, 5)]
[Conv2D(19, 1, Key = "0")]
[ReLU]
[Conv2D(8, 1, Stride = 2, Key = "2")]
[ReLU]
[Conv2D(3, 1, UseBias = false, Key = "4")]
[Flatten]
[Dense(3, Key = "6")]
[SoftmaxCrossEntropy]
internal sealed partial class Conv2dPointwise;

[Network(InputGradient = true)]
[ImageInput(5, 7, 3, Layout = ImageLayout.ChannelsFirst)]
[Conv2D(4, 3, Pad = 1, Key = "0")]
[ReLU]
[MaxPool2D(2)]
[Flatten]
[Dense(3, Key = "4")]
[SoftmaxCrossEntropy]
internal sealed partial class Conv2dChannelsFirst;

[Network(InputGradient = true)]
[ImageInput(6, 7, 3)]
[DepthwiseConv2D(3, Multiplier = 2, Pad = 1, Key = "0")]
[ReLU]
[DepthwiseConv2D(5, 3, StrideHeight = 2, Padding = Padding.Same, Key = "2")]
[ReLU]
[Conv2D(4, 1, Key = "4")]
[Flatten]
[Dense(3, Key = "6")]
[SoftmaxCrossEntropy]
internal sealed partial class DepthwiseMultiplier;

[Network(InputGradient = true)]
[ImageInput(9, 9, 3)]
[Conv2D(8, 3, Stride = 2, Pad = 1, Key = "0")]
[Residual<MobilenetTinyBody>(Key = "1")]
[GlobalAveragePool2D]
[Dense(3, Key = "3")]
[SoftmaxCrossEntropy]
internal sealed partial class MobilenetTiny;

[Block]
[Conv2D(24, 1, Key = "0")]
[BatchNorm(Key = "1")]
[ReLU6]
[DepthwiseConv2D(3, Pad = 1, Key = "3")]
[BatchNorm(Key = "4")]
[ReLU6]
[Conv2D(8, 1, Key = "6")]
[BatchNorm(Key = "7")]
internal sealed class MobilenetTinyBody;

[Network(InputGradient = true)]
[ImageInput(3, 3, 2)]
[ConvTranspose2D(3, 3, Stride = 2, Pad = 1, OutputPadding = 1, Key = "0")]
[ReLU]
[Flatten]
[Dense(3, Key = "3")]
[SoftmaxCrossEntropy]
internal sealed partial class ConvTranspose2d;

[Network(InputGradient = true)]
[ImageInput(4, 3, 3)]
[ConvTranspose2D(5, 3, 4, StrideHeight = 2, StrideWidth = 3, Pad = 1, OutputPaddingHeight = 1, OutputPaddingWidth = 2, Key = "0")]
[ReLU]
[ConvTranspose2D(2, 2, Stride = 2, UseBias = false, Key = "2")]
[Flatten]
[Dense(3, Key = "4")]
[SoftmaxCrossEntropy]
internal sealed partial class ConvTransposeRectangular;

[Network(InputGradient = true)]
[Input(5)]
[Dense(24, UseBias = true, Key = "0")]
[BatchNorm(Key = "1")]
[ReLU]
[Reshape(2, 3, 4)]
[ConvTranspose2D(6, 4, Stride = 2, Pad = 1, Key = "4")]
[ReLU]
[ConvTranspose2D(2, 3, Stride = 2, Pad = 1, OutputPadding = 1, Key = "6")]
[MeanSquaredError]
internal sealed partial class ReshapeConvTranspose;

[Network(InputGradient = true)]
[ImageInput(6, 8, 1)]
[Conv2D(6, 3, Stride = 2, Pad = 1, Key = "0")]
[ReLU]
[Flatten]
[Dense(8, Key = "3")]
[ReLU]
[Dense(72, Key = "5")]
[ReLU]
[Reshape(3, 4, 6)]
[Upsample2D(2)]
[Conv2D(1, 3, Padding = Padding.Same, Key = "9")]
[BinaryCrossEntropy]
internal sealed partial class AutoencoderTiny;
