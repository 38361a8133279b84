using Layerwright;

namespace BabysittingSample;

/// <summary>What step 2 leads to, ReLU behind BatchNorm, with a penalty on large weights whose strength step 7 looks for.</summary>
[Network]
[Input(28 * 28)]
[Dense(200, L2 = 1e-3)]
[BatchNorm]
[ReLU]
[Dense(100, L2 = 1e-3)]
[BatchNorm]
[ReLU]
[Dense(10, L2 = 1e-3)]
[SoftmaxCrossEntropy]
public partial class Classifier;
