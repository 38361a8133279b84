using Layerwright;

namespace BabysittingSample;

#pragma warning disable LW2001, LW4001 // What they warn of is what the table shows: sigmoids learn late, and no layer normalises.
/// <summary>Three hidden layers of sigmoids.</summary>
[Network]
[Input(28 * 28)]
[Dense(100)]
[Sigmoid]
[Dense(100)]
[Sigmoid]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class SigmoidMlp;
