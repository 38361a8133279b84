namespace Layerwright.Tests.Oracles;

// Normalisation over rows, maxout, and what is frozen.

[Network(InputGradient = true)]
[Input(5)]
[Dense(6, Key = "0")]
[LayerNorm(Key = "1")]
[Tanh]
[Dense(3, Key = "3")]
[SoftmaxCrossEntropy]
internal sealed partial class Layernorm;

[Network(InputGradient = true)]
[Input(5)]
[Dense(19, Key = "0")]
[LayerNorm(Epsilon = 1e-3, Key = "1")]
[ReLU]
[Dense(4, Key = "3")]
[SoftmaxCrossEntropy]
internal sealed partial class LayernormRelu;

[Network(InputGradient = true)]
[Input(5)]
[LayerNorm(Key = "0")]
[Dense(6, Key = "1")]
[Tanh]
[Dense(4, Key = "3")]
[SoftmaxCrossEntropy]
internal sealed partial class LayernormFirst;

[Network(InputGradient = true)]
[Input(5)]
[Dense(19, Key = "0")]
[RMSNorm(Key = "1")]
[Tanh]
[RMSNorm(Epsilon = 1e-3, Key = "3")]
[Dense(4, Key = "4")]
[SoftmaxCrossEntropy]
internal sealed partial class RmsnormTanh;

[Network(InputGradient = true)]
[Input(5)]
[Maxout(6, Pieces = 3, Key = "0")]
[Dense(4, Key = "1")]
[SoftmaxCrossEntropy]
internal sealed partial class MlpMaxout;

[Network(InputGradient = true)]
[Input(5)]
[Dense(7, Key = "0")]
[ReLU]
[Maxout(4, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class MaxoutLast;

[Network(InputGradient = true)]
[Input(5)]
[Maxout(17, UseBias = false, Key = "0")]
[Maxout(9, Pieces = 4, Key = "1")]
[LayerNorm(Key = "2")]
[Dense(4, Key = "3")]
[SoftmaxCrossEntropy]
internal sealed partial class MaxoutDeep;

[Network(InputGradient = true)]
[Input(5)]
[Dense(6, Key = "0")]
[BatchNorm(Frozen = true, Key = "1")]
[ReLU]
[Dense(4, Key = "3")]
[SoftmaxCrossEntropy]
internal sealed partial class BatchnormFrozen;

[Network(InputGradient = true)]
[Input(5)]
[Dense(8, Frozen = true, Key = "0")]
[ReLU]
[Maxout(6, Pieces = 3, Frozen = true, Key = "2")]
[BatchNorm(Frozen = true, Key = "3")]
[Dense(7, Key = "4")]
[Tanh]
[Dense(4, Key = "6")]
[SoftmaxCrossEntropy]
internal sealed partial class FrozenFirst;

[Network(InputGradient = true)]
[Input(5)]
[Dense(6, Key = "0")]
[Tanh]
[Dense(7, Frozen = true, Key = "2")]
[Tanh]
[Dense(4, Key = "4")]
[SoftmaxCrossEntropy]
internal sealed partial class FrozenBetween;

[Network(InputGradient = true)]
[Input(5)]
[Dense(6, Key = "0")]
[SELU]
[AlphaDropout(0)]
[Dense(4, Key = "3")]
[SoftmaxCrossEntropy]
internal sealed partial class AlphaDropoutP0;

[Network(InputGradient = true)]
[Input(5)]
[Dense(6, Key = "0")]
[SELU]
[AlphaDropout(0.5)]
[Dense(4, Key = "3")]
[SoftmaxCrossEntropy]
internal sealed partial class AlphaDropoutEval;
