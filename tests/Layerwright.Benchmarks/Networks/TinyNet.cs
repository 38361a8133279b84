#pragma warning disable LW4001 // the peers' network has no normalisation either

namespace Layerwright.Benchmarks;

/// <summary>A controller's network, whose prediction takes as long as the calls around it: 8-32-32-2.</summary>
[Network]
[Input(8)]
[Dense(32)]
[Tanh]
[Dense(32)]
[Tanh]
[Dense(2)]
[MeanSquaredError]
public partial class TinyNet;
