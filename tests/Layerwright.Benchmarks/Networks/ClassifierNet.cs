#pragma warning disable LW4001 // the peers' network has no normalisation either

namespace Layerwright.Benchmarks;

/// <summary>A small classifier, whose prediction of one row reads every weight once: 784-128-10.</summary>
[Network]
[Input(784)]
[Dense(128)]
[ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class ClassifierNet;
