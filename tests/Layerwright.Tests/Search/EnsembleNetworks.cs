namespace Layerwright.Tests.Search;

/// <summary>Yes or no.</summary>
[Network]
[Input(2)]
[Dense(1)]
[BinaryCrossEntropy]
public partial class OneAnswer;

/// <summary>A number.</summary>
[Network]
[Input(2)]
[Dense(1)]
[MeanSquaredError]
public partial class OneNumber;

/// <summary>A layer that stays as it was drawn, and one that learns.</summary>
[Network]
[Input(2)]
[Dense(8, Frozen = true)]
[Tanh]
[Dense(3)]
[SoftmaxCrossEntropy]
public partial class HalfFrozenNet;
