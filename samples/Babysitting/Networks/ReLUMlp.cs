using Layerwright;

namespace BabysittingSample;

#pragma warning disable LW4001 // Without normalisation, so that the tables compare one thing at a time.
/// <summary>The same with ReLU, which lets gradients through whole.</summary>
[Network]
[Input(28 * 28)]
[Dense(100)]
[ReLU]
[Dense(100)]
[ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class ReLUMlp;
