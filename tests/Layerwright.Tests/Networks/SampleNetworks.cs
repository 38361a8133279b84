#pragma warning disable LW2001, LW3001, LW4001 // small networks that exercise the run time; none is meant to learn well
namespace Layerwright.Tests.Networks;

[Network]
[Input(7)]
[Dense(19)]
[BatchNorm]
[ReLU]
[Dropout(0.25)]
[Dense(33, L2 = 0.01, L1 = 0.001)]
[Tanh]
[Dense(5)]
[SoftmaxCrossEntropy]
public partial class Classifier;

[Network]
[Input(6)]
[Dense(12)]
[ReLU]
[Residual<Inner>]
[Dense(3)]
[MeanSquaredError]
public partial class Regression;

[Block]
[Dense(12)]
[BatchNorm]
[LeakyReLU]
[Dense(12)]
public class Inner;

[Network]
[Input(4)]
[Dense(8)]
[Sigmoid]
[Dense(1)]
[BinaryCrossEntropy]
public partial class YesOrNo;

[Network]
[Input(4)]
[Dense(9)]
[ReLU]
[Dense(2)]
public partial class WithoutLoss;

[Network]
[Input(40)]
[Dense(130)]
[BatchNorm]
[ReLU]
[Dense(70)]
[ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Wide;

[Network]
[Input(5)]
[Dense(6)]
[ReLU]
[Dense(2)]
public partial class Draw;

[Network]
[Input(5)]
[Dense(6)]
[ReLU]
[Dense(4)]
[ReLU]
[Dense(2)]
public partial class DrawAfterMore;

[Network(Training = false)]
[Input(5)]
[Dense(6)]
[ReLU]
[Dense(2)]
[SoftmaxCrossEntropy]
public partial class PredictionOnly;

[Network(InputGradient = true)]
[Input(37)]
[Dense(21)]
[BatchNorm]
[Tanh]
[Dense(4)]
[MeanSquaredError]
public partial class WithInputGradient;

[Network]
[Input(3)]
[Dense(40)]
[Tanh]
[Dense(2)]
[MeanSquaredError]
public partial class Narrow;
