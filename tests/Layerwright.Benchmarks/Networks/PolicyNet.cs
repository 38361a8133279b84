#pragma warning disable LW4001 // the peers' network has no normalisation either

namespace Layerwright.Benchmarks;

/// <summary>A policy of 1,004 parameters: 6-64-8-4.</summary>
[Network]
[Input(6)]
[Dense(64)]
[ReLU]
[Dense(8)]
[ReLU]
[Dense(4)]
[MeanSquaredError]
public partial class PolicyNet;
