namespace Layerwright.Tests.Oracles;

// Sequences, and losses on every step or pixel.

[Network(InputGradient = true)]
[SequenceInput(8, 3)]
[Conv1D(4, 3, Pad = 1, Key = "0")]
[ReLU]
[MaxPool1D(2)]
[Flatten]
[Dense(3, Key = "4")]
[SoftmaxCrossEntropy]
internal sealed partial class Conv1d;

[Network(InputGradient = true)]
[SequenceInput(9, 3)]
[Conv1D(6, 2, Causal = true, Key = "0")]
[ReLU]
[Conv1D(5, 3, Causal = true, Dilation = 2, Key = "2")]
[ReLU]
[Conv1D(4, 3, Causal = true, Stride = 2, Key = "4")]
[Flatten]
[Dense(3, Key = "6")]
[SoftmaxCrossEntropy]
internal sealed partial class Conv1dCausal;

[Network(InputGradient = true)]
[SequenceInput(11, 4)]
[Conv1D(6, 5, Stride = 2, Pad = 2, Key = "0")]
[ReLU]
[Conv1D(8, 3, Groups = 2, Dilation = 2, Key = "2")]
[ReLU]
[Flatten]
[Dense(3, Key = "5")]
[SoftmaxCrossEntropy]
internal sealed partial class Conv1dStrided;

[Network(InputGradient = true)]
[SequenceInput(13, 3)]
[Conv1D(5, 3, Key = "0")]
[MaxPool1D(3, Stride = 2, Pad = 1)]
[AveragePool1D(2, Stride = 1)]
[AveragePool1D(3, Stride = 2, Pad = 1, CountPadding = false)]
[Flatten]
[Dense(3, Key = "5")]
[SoftmaxCrossEntropy]
internal sealed partial class Pool1d;

[Network(InputGradient = true)]
[SequenceInput(9, 3)]
[Conv1D(6, 3, UseBias = true, Key = "0")]
[BatchNorm(Key = "1")]
[ReLU]
[Concat<Pool1dGlobalMean, Pool1dGlobalMax>(Key = "3")]
[Dense(3, Key = "4")]
[SoftmaxCrossEntropy]
internal sealed partial class Pool1dGlobal;

[Block]
[GlobalAveragePool1D]
internal sealed class Pool1dGlobalMean;

[Block]
[GlobalMaxPool1D]
internal sealed class Pool1dGlobalMax;

[Network(InputGradient = true)]
[SequenceInput(6, 3)]
[Dense(7, Key = "0")]
[Tanh]
[GroupNorm(1, Key = "2")]
[Dense(4, Key = "3")]
[SoftmaxCrossEntropy]
internal sealed partial class DensePerStep;

[Network(InputGradient = true)]
[ImageInput(4, 5, 2)]
[Conv2D(4, 3, Pad = 1, Key = "0")]
[Tanh]
[Conv2D(3, 1, Key = "2")]
[SoftmaxCrossEntropy(IgnoreLabel = 255, LabelSmoothing = 0.1)]
internal sealed partial class PixelsCe;

[Network(InputGradient = true)]
[ImageInput(4, 5, 2)]
[Conv2D(4, 3, Pad = 1, Key = "0")]
[Tanh]
[Conv2D(3, 1, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class PixelsProbabilities;

[Network(InputGradient = true)]
[ImageInput(4, 5, 2)]
[Conv2D(4, 3, Pad = 1, Key = "0")]
[Tanh]
[Conv2D(1, 1, Key = "2")]
[BinaryCrossEntropy]
internal sealed partial class PixelsBce;

[Network(InputGradient = true)]
[ImageInput(4, 5, 2)]
[Conv2D(4, 3, Pad = 1, Key = "0")]
[Tanh]
[Conv2D(2, 1, Key = "2")]
[Huber(0.5)]
internal sealed partial class PixelsHuber;

[Network(InputGradient = true)]
[ImageInput(4, 5, 2)]
[Conv2D(4, 3, Pad = 1, Key = "0")]
[Tanh]
[Conv2D(2, 1, Key = "2")]
[MeanAbsoluteError]
internal sealed partial class PixelsL1;
