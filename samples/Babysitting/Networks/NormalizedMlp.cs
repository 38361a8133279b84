using Layerwright;

namespace BabysittingSample;

/// <summary>The network of ReLUs, each layer's sums normalised over the batch before them.</summary>
[Network]
[Input(28 * 28)]
[Dense(100)]
[BatchNorm]
[ReLU]
[Dense(100)]
[BatchNorm]
[ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class NormalizedMlp;
