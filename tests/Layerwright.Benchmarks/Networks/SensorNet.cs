#pragma warning disable LW4001 // the peers' network has no normalisation either

namespace Layerwright.Benchmarks;

/// <summary>The smallest network that is trained: 24-8-2.</summary>
[Network]
[Input(24)]
[Dense(8)]
[Tanh]
[Dense(2)]
[MeanSquaredError]
public partial class SensorNet;
