#pragma warning disable LW4001 // the peers' network has no normalisation either

namespace Layerwright.Benchmarks;

/// <summary>The network whose training step is measured: 784-512-256-10.</summary>
[Network]
[Input(784)]
[Dense(512)]
[ReLU]
[Dense(256)]
[ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class DigitNet;
