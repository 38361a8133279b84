namespace Layerwright.Tests.Oracles;

// Normalisation and dropout of images, and of images laid out flat.

[Network(InputGradient = true)]
[ImageInput(6, 6, 2)]
[Conv2D(3, 3, Pad = 1, UseBias = true, Key = "0")]
[BatchNorm(Key = "1")]
[ReLU]
[MaxPool2D(2)]
[Flatten]
[Dense(3, Key = "5")]
[SoftmaxCrossEntropy]
internal sealed partial class Conv2dBnTrain;

[Network(InputGradient = true)]
[ImageInput(6, 6, 2)]
[Conv2D(3, 3, Pad = 1, UseBias = true, Key = "0")]
[BatchNorm(Key = "1")]
[ReLU]
[MaxPool2D(2)]
[Flatten]
[Dense(3, Key = "5")]
[SoftmaxCrossEntropy]
internal sealed partial class Conv2dBnEval;

[Network(InputGradient = true)]
[ImageInput(6, 5, 2)]
[Conv2D(4, 3, Frozen = true, Key = "0")]
[BatchNorm(Frozen = true, Key = "1")]
[ReLU]
[Conv2D(5, 3, Pad = 1, Key = "3")]
[BatchNorm(Frozen = true, Key = "4")]
[ReLU]
[GlobalAveragePool2D]
[Dense(3, Key = "7")]
[SoftmaxCrossEntropy]
internal sealed partial class Batchnorm2dFrozen;

[Network(InputGradient = true)]
[ImageInput(5, 5, 2)]
[Conv2D(4, 3, Key = "0")]
[GroupNorm(2, Key = "1")]
[ReLU]
[Flatten]
[Dense(3, Key = "4")]
[SoftmaxCrossEntropy]
internal sealed partial class Groupnorm;

[Network(InputGradient = true)]
[ImageInput(6, 5, 3)]
[Conv2D(12, 3, Pad = 1, Key = "0")]
[GroupNorm(3, Epsilon = 1e-3, Key = "1")]
[ReLU]
[Conv2D(8, 3, Stride = 2, Key = "3")]
[GroupNorm(8, Key = "4")]
[Tanh]
[GroupNorm(1, Key = "6")]
[Flatten]
[Dense(3, Key = "8")]
[SoftmaxCrossEntropy]
internal sealed partial class GroupnormDeep;

[Network(InputGradient = true)]
[ImageInput(6, 5, 2)]
[Conv2D(6, 3, Key = "0")]
[LayerNorm(Key = "1")]
[PReLU(PerChannel = true, Key = "2")]
[Conv2D(5, 1, Key = "3")]
[Softmax]
[Conv2D(4, 1, Key = "5")]
[LogSoftmax]
[Flatten]
[Dense(3, Key = "8")]
[SoftmaxCrossEntropy]
internal sealed partial class ImageRowwise;

[Network(InputGradient = true)]
[ImageInput(5, 6, 2)]
[Conv2D(5, 3, Key = "0")]
[Flatten]
[BatchNorm(Key = "2")]
[PReLU(PerChannel = true, Key = "3")]
[Dense(7, Key = "4")]
[ReLU]
[Dense(3, Key = "6")]
[SoftmaxCrossEntropy]
internal sealed partial class FlattenBatchnormDense;

[Network(InputGradient = true)]
[ImageInput(2, 3, 4)]
[Flatten]
[LayerNorm(Key = "1")]
[Residual<FlattenLayernormResidualBody>(Key = "2")]
[GroupNorm(4, Key = "3")]
[Dense(3, Key = "4")]
[SoftmaxCrossEntropy]
internal sealed partial class FlattenLayernormResidual;

[Block]
[Dense(24, Key = "0")]
[Tanh]
internal sealed class FlattenLayernormResidualBody;

[Network(InputGradient = true)]
[ImageInput(4, 5, 2)]
[Conv2D(4, 3, Key = "0")]
[ReLU]
[SpatialDropout2D(0)]
[Flatten]
[Dense(3, Key = "4")]
[SoftmaxCrossEntropy]
internal sealed partial class SpatialDropoutP0;

[Network(InputGradient = true)]
[ImageInput(4, 5, 2)]
[Conv2D(4, 3, Key = "0")]
[ReLU]
[SpatialDropout2D(0.5)]
[Flatten]
[Dense(3, Key = "4")]
[SoftmaxCrossEntropy]
internal sealed partial class SpatialDropoutEval;
