using Layerwright;

namespace BabysittingSample;

#pragma warning disable LW4001 // Without normalisation, so that the table compares nonlinearities alone.
/// <summary>The same with tanh: bounded too, but centred on 0.</summary>
[Network]
[Input(28 * 28)]
[Dense(100)]
[Tanh]
[Dense(100)]
[Tanh]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class TanhMlp;
