using Layerwright;

namespace FashionMnistSample;

/// <summary>Tells ten kinds of clothing apart on 28 × 28 grey pixels, in which it sees no neighbourhood. The compiler writes the rest of this class.</summary>
[Network]
[Input(28 * 28)]
[Dense(512)]
[BatchNorm]
[ReLU]
[Dense(256)]
[BatchNorm]
[ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Mlp;
