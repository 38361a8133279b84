namespace Layerwright.Tests.Oracles;

// The cases of losses: weights of samples and classes come with the case.

[Network(InputGradient = true)]
[Input(4)]
[Dense(6, Key = "0")]
[Tanh]
[Dense(3, Key = "2")]
[BinaryCrossEntropy]
internal sealed partial class BceSampleWeights;

[Network(InputGradient = true)]
[Input(4)]
[Dense(6, Key = "0")]
[ReLU]
[Dense(5, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class CeClassWeights;

[Network(InputGradient = true)]
[Input(4)]
[Dense(6, Key = "0")]
[ReLU]
[Dense(5, Key = "2")]
[SoftmaxCrossEntropy(IgnoreLabel = 0)]
internal sealed partial class CeClassWeightsIgnored;

[Network(InputGradient = true)]
[Input(4)]
[Dense(6, Key = "0")]
[ReLU]
[Dense(5, Key = "2")]
[SoftmaxCrossEntropy(IgnoreLabel = -100)]
internal sealed partial class CeIgnored;

[Network(InputGradient = true)]
[Input(4)]
[Dense(6, Key = "0")]
[ReLU]
[Dense(5, Key = "2")]
[SoftmaxCrossEntropy(IgnoreLabel = 3)]
internal sealed partial class CeIgnoredClass;

[Network(InputGradient = true)]
[Input(4)]
[Dense(6, Key = "0")]
[ReLU]
[Dense(5, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class CeProbabilities;

[Network(InputGradient = true)]
[Input(4)]
[Dense(6, Key = "0")]
[ReLU]
[Dense(5, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class CeProbabilitiesClassWeights;

[Network(InputGradient = true)]
[Input(4)]
[Dense(6, Key = "0")]
[ReLU]
[Dense(5, Key = "2")]
[SoftmaxCrossEntropy(LabelSmoothing = 0.2)]
internal sealed partial class CeProbabilitiesSmoothing;

[Network(InputGradient = true)]
[Input(4)]
[Dense(6, Key = "0")]
[ReLU]
[Dense(5, Key = "2")]
[SoftmaxCrossEntropy(LabelSmoothing = 0.2, IgnoreLabel = -100)]
internal sealed partial class CeProbabilitiesSmoothingClassWeightsIgnored;

[Network(InputGradient = true)]
[Input(4)]
[Dense(6, Key = "0")]
[ReLU]
[Dense(5, Key = "2")]
[SoftmaxCrossEntropy(LabelSmoothing = 0.2)]
internal sealed partial class CeSmoothingClassWeights;

[Network(InputGradient = true)]
[Input(4)]
[Dense(6, Key = "0")]
[ReLU]
[Dense(5, Key = "2")]
[SoftmaxCrossEntropy(LabelSmoothing = 0.2, IgnoreLabel = 1)]
internal sealed partial class CeSmoothingClassWeightsIgnored;

[Network(InputGradient = true)]
[Input(4)]
[Dense(6, Key = "0")]
[ReLU]
[Dense(5, Key = "2")]
[SoftmaxCrossEntropy(LabelSmoothing = 0.2, IgnoreLabel = 255)]
internal sealed partial class CeSmoothingIgnored;

[Network(InputGradient = true)]
[Input(8)]
[Dense(9, Key = "0")]
[ReLU]
[Dense(5, Key = "2")]
[MulticlassHinge(Margin = 0.35)]
internal sealed partial class HingeMargin;

[Network(InputGradient = true)]
[Input(8)]
[Dense(9, Key = "0")]
[ReLU]
[Dense(5, Key = "2")]
[MulticlassHinge(Squared = true)]
internal sealed partial class HingeSquared;

[Network(InputGradient = true)]
[Input(8)]
[Dense(9, Key = "0")]
[ReLU]
[Dense(5, Key = "2")]
[MulticlassHinge(Margin = 2.5, Squared = true)]
internal sealed partial class HingeSquaredMargin;

[Network(InputGradient = true)]
[Input(4)]
[Dense(6, Key = "0")]
[Tanh]
[Dense(3, Key = "2")]
[Huber(0.3)]
internal sealed partial class HuberDelta;

[Network(InputGradient = true)]
[Input(4)]
[Dense(5, Key = "0")]
[SoftmaxCrossEntropy(LabelSmoothing = 0.1)]
internal sealed partial class MlpCeLabelSmoothing;

[Network(InputGradient = true)]
[Input(4)]
[Dense(6, Key = "0")]
[Tanh]
[Dense(2, Key = "2")]
[Huber]
internal sealed partial class MlpHuber;

[Network(InputGradient = true)]
[Input(4)]
[Dense(6, Key = "0")]
[Tanh]
[Dense(2, Key = "2")]
[MeanAbsoluteError]
internal sealed partial class MlpL1;

[Network(InputGradient = true)]
[Input(8)]
[Dense(9, Key = "0")]
[ReLU]
[Dense(5, Key = "2")]
[MulticlassHinge]
internal sealed partial class MlpSvm;

[Network(InputGradient = true)]
[Input(4)]
[Dense(6, Key = "0")]
[Tanh]
[Dense(3, Key = "2")]
[MeanSquaredError]
internal sealed partial class MseSampleWeights;

[Network(InputGradient = true)]
[Input(8)]
[Dense(5, Key = "0")]
[MulticlassHinge]
internal sealed partial class SvmLinearMultiMargin;
