namespace Layerwright.Tests.Oracles;

// The oracle cases' networks as a person declares them; keys are PyTorch's module numbers, so that states fit as they are.

[Network(InputGradient = true)]
[Input(5)]
[Dense(7, Key = "0")]
[ReLU]
[Dense(4, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class MlpRelu;

[Network(InputGradient = true)]
[Input(5)]
[Dense(7, Key = "0")]
[Tanh]
[Dense(4, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class MlpTanh;

[Network(InputGradient = true)]
[Input(5)]
[Dense(7, Key = "0")]
[Sigmoid]
[Dense(4, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class MlpSigmoid;

[Network(InputGradient = true)]
[Input(5)]
[Dense(7, Key = "0")]
[LeakyReLU]
[Dense(4, Key = "2")]
[SoftmaxCrossEntropy]
internal sealed partial class MlpLeakyRelu;

[Network(InputGradient = true)]
[Input(8)]
[Dense(3, Key = "0")]
[SoftmaxCrossEntropy]
internal sealed partial class SoftmaxRegression;

[Network(InputGradient = true)]
[Input(4)]
[Dense(6, Key = "0")]
[Tanh]
[Dense(2, Key = "2")]
[MeanSquaredError]
internal sealed partial class MlpMse;

[Network(InputGradient = true)]
[Input(4)]
[Dense(6, Key = "0")]
[ReLU]
[Dense(3, Key = "2")]
[BinaryCrossEntropy]
internal sealed partial class MlpBce;

[Network(InputGradient = true)]
[Input(4)]
[Dense(6, Key = "0", UseBias = false)]
[ReLU]
[Dense(3, Key = "2", UseBias = false)]
[SoftmaxCrossEntropy]
internal sealed partial class MlpNobias;

[Network(InputGradient = true)]
[Input(4)]
[Dense(5, Key = "0")]
[SoftmaxCrossEntropy]
internal sealed partial class MlpCeLargeLogits;

[Network(InputGradient = true)]
[Input(4)]
[Dense(6, Key = "0")]
[ReLU]
[Dropout(0)]
[Dense(3, Key = "3")]
[SoftmaxCrossEntropy]
internal sealed partial class MlpDropoutP0;

[Network(InputGradient = true)]
[Input(4)]
[Dense(6, Key = "0")]
[ReLU]
[Dropout(0.5)]
[Dense(3, Key = "3")]
[SoftmaxCrossEntropy]
internal sealed partial class MlpDropoutEval;

[Network(InputGradient = true)]
[Input(5)]
[Dense(6, Key = "0", UseBias = true)]
[BatchNorm(Key = "1")]
[ReLU]
[Dense(3, Key = "3")]
[SoftmaxCrossEntropy]
internal sealed partial class Batchnorm1dTrain;

[Network(InputGradient = true)]
[Input(5)]
[Dense(6, Key = "0", UseBias = true)]
[BatchNorm(Key = "1")]
[ReLU]
[Dense(3, Key = "3")]
[SoftmaxCrossEntropy]
internal sealed partial class Batchnorm1dEval;

[Network(InputGradient = true)]
[Input(4)]
[Dense(6, Key = "0")]
[ReLU]
[Residual<ResidualDenseBody>(Key = "2")]
[ReLU]
[Dense(3, Key = "4")]
[SoftmaxCrossEntropy]
internal sealed partial class ResidualDense;

[Block]
[Dense(6, Key = "0")]
[ReLU]
[Dense(6, Key = "2")]
internal sealed class ResidualDenseBody;
