#pragma warning disable LW4001 // the peers' network has no normalisation either

namespace Layerwright.Benchmarks;

/// <summary>A controller's network that is trained: 4-32-16-4.</summary>
[Network]
[Input(4)]
[Dense(32)]
[Tanh]
[Dense(16)]
[Tanh]
[Dense(4)]
[MeanSquaredError]
public partial class ControllerNet;
