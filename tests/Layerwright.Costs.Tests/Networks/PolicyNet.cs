#pragma warning disable LW4001 // networks this small have no normalisation

namespace Layerwright.Costs;

/// <summary>A policy of four actions: 4-32-16-4.</summary>
[Network]
[Input(4)]
[Dense(32)]
[ReLU]
[Dense(16)]
[ReLU]
[Dense(4)]
[SoftmaxCrossEntropy]
public partial class PolicyNet;
