#pragma warning disable LW4001 // the peers' network has no normalisation either

namespace Layerwright.Benchmarks;

/// <summary>A classifier whose second layer is narrow: 784-512-128-10.</summary>
[Network]
[Input(784)]
[Dense(512)]
[ReLU]
[Dense(128)]
[ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class NarrowDigitNet;
