namespace Layerwright.Tests.Oracles;

// The oracle cases of one activation each: five inputs, seven units, four classes.

[Network(InputGradient = true)]
[Input(5)]
[Dense(7, Key = "0")]
[ReLU6]
[Dense(4, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class MlpRelu6;

[Network(InputGradient = true)]
[Input(5)]
[Dense(7, Key = "0")]
[HardSigmoid]
[Dense(4, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class MlpHardsigmoid;

[Network(InputGradient = true)]
[Input(5)]
[Dense(7, Key = "0")]
[HardSwish]
[Dense(4, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class MlpHardswish;

[Network(InputGradient = true)]
[Input(5)]
[Dense(7, Key = "0")]
[ELU]
[Dense(4, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class MlpElu;

[Network(InputGradient = true)]
[Input(5)]
[Dense(7, Key = "0")]
[ELU(0.5)]
[Dense(4, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class MlpEluAlpha;

[Network(InputGradient = true)]
[Input(5)]
[Dense(7, Key = "0")]
[ELU(-0.5)]
[Dense(4, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class MlpEluNegative;

[Network(InputGradient = true)]
[Input(5)]
[Dense(7, Key = "0")]
[LeakyReLU(-0.3)]
[Dense(4, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class MlpLeakyReluNegative;

[Network(InputGradient = true)]
[Input(5)]
[Dense(7, Key = "0")]
[SELU]
[Dense(4, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class MlpSelu;

[Network(InputGradient = true)]
[Input(5)]
[Dense(7, Key = "0")]
[GELU]
[Dense(4, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class MlpGelu;

[Network(InputGradient = true)]
[Input(5)]
[Dense(7, Key = "0")]
[GELU(Approximate = true)]
[Dense(4, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class MlpGeluTanh;

[Network(InputGradient = true)]
[Input(5)]
[Dense(7, Key = "0")]
[SiLU]
[Dense(4, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class MlpSilu;

[Network(InputGradient = true)]
[Input(5)]
[Dense(7, Key = "0")]
[Mish]
[Dense(4, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class MlpMish;

[Network(InputGradient = true)]
[Input(5)]
[Dense(7, Key = "0")]
[Softplus]
[Dense(4, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class MlpSoftplus;

[Network(InputGradient = true)]
[Input(5)]
[Dense(7, Key = "0")]
[Softsign]
[Dense(4, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class MlpSoftsign;

[Network(InputGradient = true)]
[Input(5)]
[Dense(7, Key = "0")]
[HardTanh]
[Dense(4, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class MlpHardtanh;

[Network(InputGradient = true)]
[Input(5)]
[Dense(7, Key = "0")]
[PReLU(Key = "1")]
[Dense(4, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class MlpPrelu;

[Network(InputGradient = true)]
[Input(5)]
[Dense(7, Key = "0")]
[PReLU(PerChannel = true, Key = "1")]
[Dense(4, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class MlpPreluChannels;

[Network(InputGradient = true)]
[Input(5)]
[Dense(7, Key = "0")]
[PReLU(Key = "1")]
[Dense(4, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class MlpPreluNegative;

[Network(InputGradient = true)]
[Input(5)]
[Dense(7, Key = "0")]
[Softmax]
[Dense(4, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class MlpSoftmax;

[Network(InputGradient = true)]
[Input(5)]
[Dense(7, Key = "0")]
[LogSoftmax]
[Dense(4, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class MlpLogSoftmax;

[Network(InputGradient = true)]
[Input(5)]
[Dense(4, Key = "0")]
[Softmax]
[MeanSquaredError]
internal sealed partial class SoftmaxOutput;
