#pragma warning disable LW4001 // networks this small have no normalisation

namespace Layerwright.Costs;

/// <summary>A classifier with a wide first layer: 784-512-128-10.</summary>
[Network]
[Input(784)]
[Dense(512)]
[ReLU]
[Dense(128)]
[ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class WideNet;
