namespace Layerwright.Tests.Training;

#pragma warning disable LW4001 // tests that follow single rows want a network whose rows do not meet
/// <summary>Two features to three classes.</summary>
[Network]
[Input(2)]
[Dense(24)]
[Tanh]
[Dense(24)]
[Tanh]
[Dense(3)]
[SoftmaxCrossEntropy]
public partial class SpiralNet;
#pragma warning restore LW4001

/// <summary>The same with everything that training and prediction treat differently.</summary>
[Network]
[Input(2)]
[Dense(24)]
[BatchNorm]
[ReLU]
[Dropout(0.1)]
[Dense(3)]
[SoftmaxCrossEntropy]
public partial class NormalisedNet;

/// <summary>Three features to two numbers.</summary>
[Network]
[Input(3)]
[Dense(2)]
[MeanSquaredError]
public partial class LinearNet;

/// <summary>The same from weights of 0.</summary>
[Network]
[Input(3)]
[Dense(2, Init = Init.Zeros)]
[MeanSquaredError]
public partial class ZeroNet;

/// <summary>The same under a penalty.</summary>
[Network]
[Input(3)]
[Dense(2, L2 = 0.25)]
[MeanSquaredError]
public partial class PenalisedNet;

/// <summary>Three features to two answers, yes or no.</summary>
[Network]
[Input(3)]
[Dense(2)]
[BinaryCrossEntropy]
public partial class YesNoNet;

/// <summary>No loss: trained from outside.</summary>
[Network]
[Input(2)]
[Dense(3)]
public partial class BareNet;

/// <summary>So wide that threads share its steps.</summary>
[Network]
[Input(2)]
[Dense(200)]
[BatchNorm]
[ReLU]
[Dense(200)]
[BatchNorm]
[ReLU]
[Dropout(0.2)]
[Dense(3)]
[SoftmaxCrossEntropy]
public partial class WideNet;

/// <summary>Two features to three classes, by scores.</summary>
[Network]
[Input(2)]
[Dense(3)]
[MulticlassHinge]
public partial class HingeNet;

/// <summary>The same, robust against outliers.</summary>
[Network]
[Input(2)]
[Dense(3)]
[Huber]
public partial class HuberNet;

/// <summary>Two features to three classes; rows of no known class carry −1.</summary>
[Network]
[Input(2)]
[Dense(3, L2 = 0.5)]
[SoftmaxCrossEntropy(IgnoreLabel = -1)]
public partial class IgnoringNet;

/// <summary>The same; the first class does not count.</summary>
[Network]
[Input(2)]
[Dense(3)]
[SoftmaxCrossEntropy(IgnoreLabel = 0, LabelSmoothing = 0.1)]
public partial class BackgroundNet;
