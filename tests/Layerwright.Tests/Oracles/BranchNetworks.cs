namespace Layerwright.Tests.Oracles;

// Branches that meet again.

[Network(InputGradient = true)]
[ImageInput(5, 5, 3)]
[Residual<ResidualConvBnBody>(Key = "0")]
[ReLU]
[GlobalAveragePool2D]
[Dense(3, Key = "4")]
[SoftmaxCrossEntropy]
internal sealed partial class ResidualConvBn;

[Block]
[Conv2D(3, 3, Pad = 1, Key = "0")]
[BatchNorm(Key = "1")]
[ReLU]
[Conv2D(3, 3, Pad = 1, Key = "3")]
[BatchNorm(Key = "4")]
internal sealed class ResidualConvBnBody;

[Network(InputGradient = true)]
[ImageInput(7, 8, 2)]
[Conv2D(4, 3, Pad = 1, Key = "0")]
[ReLU]
[Residual<ResidualConvShortcutBody, ResidualConvShortcutPath>(Key = "2")]
[ReLU]
[GlobalAveragePool2D]
[Dense(3, Key = "5")]
[SoftmaxCrossEntropy]
internal sealed partial class ResidualConvShortcut;

[Block]
[Conv2D(6, 3, Stride = 2, Pad = 1, Key = "0")]
[BatchNorm(Key = "1")]
[ReLU]
[Conv2D(6, 3, Pad = 1, Key = "3")]
[BatchNorm(Key = "4")]
internal sealed class ResidualConvShortcutBody;

[Block]
[Conv2D(6, 1, Stride = 2, Key = "0")]
[BatchNorm(Key = "1")]
internal sealed class ResidualConvShortcutPath;

[Network(InputGradient = true)]
[ImageInput(8, 7, 2)]
[Conv2D(4, 3, Key = "0")]
[Residual<ResidualProjectionFirst>(Projection = true, Key = "1")]
[ReLU]
[Residual<ResidualProjectionSecond>(Projection = true, Key = "3")]
[ReLU]
[Flatten]
[Dense(3, Key = "6")]
[SoftmaxCrossEntropy]
internal sealed partial class ResidualProjection;

[Block]
[Conv2D(7, 3, StrideHeight = 2, Pad = 1, Key = "0")]
[ReLU]
[Conv2D(6, 3, Pad = 1, Key = "2")]
internal sealed class ResidualProjectionFirst;

[Block]
[Conv2D(5, 3, Pad = 1, Key = "0")]
[BatchNorm(Key = "1")]
internal sealed class ResidualProjectionSecond;

[Network(InputGradient = true)]
[ImageInput(5, 6, 2)]
[Conv2D(6, 3, Pad = 1, Key = "0")]
[ReLU]
[Concat<ConcatInceptionPoint, ConcatInceptionWindow, ConcatInceptionPool, Identity>(Key = "2")]
[ReLU]
[Conv2D(3, 3, Key = "4")]
[Flatten]
[Dense(3, Key = "6")]
[SoftmaxCrossEntropy]
internal sealed partial class ConcatInception;

[Block]
[Conv2D(5, 1, Key = "0")]
[ReLU]
internal sealed class ConcatInceptionPoint;

[Block]
[Conv2D(3, 1, Key = "0")]
[ReLU]
[Conv2D(7, 3, Pad = 1, Key = "2")]
internal sealed class ConcatInceptionWindow;

[Block]
[MaxPool2D(3, Stride = 1, Pad = 1)]
[Conv2D(4, 1, Key = "1")]
internal sealed class ConcatInceptionPool;

[Network(InputGradient = true)]
[ImageInput(6, 8, 2)]
[Conv2D(5, 3, Pad = 1, Key = "0")]
[ReLU]
[Concat<Identity, UnetTinyInner>(Key = "2")]
[Conv2D(3, 1, Key = "3")]
[SoftmaxCrossEntropy]
internal sealed partial class UnetTiny;

[Block]
[MaxPool2D(2)]
[Conv2D(8, 3, Pad = 1, Key = "1")]
[ReLU]
[ConvTranspose2D(3, 2, Stride = 2, Key = "3")]
internal sealed class UnetTinyInner;

[Network(InputGradient = true)]
[ImageInput(4, 5, 2)]
[Conv2D(4, 3, Key = "0")]
[Concat<ConcatVectorsMean, ConcatVectorsMax, ConcatVectorsFlat>(Key = "1")]
[Dense(3, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class ConcatVectors;

[Block]
[GlobalAveragePool2D]
internal sealed class ConcatVectorsMean;

[Block]
[GlobalMaxPool2D]
[Dense(5, Key = "1")]
[ReLU]
internal sealed class ConcatVectorsMax;

[Block]
[Flatten]
internal sealed class ConcatVectorsFlat;

[Network(InputGradient = true)]
[ImageInput(7, 6, 2)]
[Conv2D(6, 3, Key = "0")]
[Gate<GateExciteSqueeze>(Key = "1")]
[ReLU]
[Conv2D(3, 3, Key = "3")]
[Flatten]
[Dense(3, Key = "5")]
[SoftmaxCrossEntropy]
internal sealed partial class GateExcite;

[Block]
[GlobalAveragePool2D]
[Dense(3, Key = "1")]
[ReLU]
[Dense(6, Key = "3")]
[Sigmoid]
internal sealed class GateExciteSqueeze;

[Network(InputGradient = true)]
[ImageInput(6, 5, 2)]
[Conv2D(5, 3, Key = "0")]
[Tanh]
[Gate<GateElementsFactors>(Key = "2")]
[Flatten]
[Dense(3, Key = "4")]
[SoftmaxCrossEntropy]
internal sealed partial class GateElements;

[Block]
[Conv2D(5, 3, Pad = 1, Key = "0")]
[Sigmoid]
internal sealed class GateElementsFactors;

[Network(InputGradient = true)]
[ImageInput(6, 5, 2)]
[Conv2D(5, 3, Key = "0")]
[Concat<ResidualNestedDeep, ResidualNestedFlat>(Key = "1")]
[GlobalMaxPool2D]
[Dense(3, Key = "3")]
[SoftmaxCrossEntropy]
internal sealed partial class ResidualNested;

[Block]
[Residual<ResidualNestedBody>(Key = "0")]
[ReLU]
internal sealed class ResidualNestedDeep;

[Block]
[Conv2D(5, 3, Pad = 1, Key = "0")]
[ReLU]
[Gate<ResidualNestedSqueeze>(Key = "2")]
internal sealed class ResidualNestedBody;

[Block]
[GlobalAveragePool2D]
[Dense(5, Key = "1")]
[Sigmoid]
internal sealed class ResidualNestedSqueeze;

[Block]
[Conv2D(2, 1, Key = "0")]
internal sealed class ResidualNestedFlat;
