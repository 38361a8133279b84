using Layerwright;

namespace InitializationSample;

/// <summary>Ten layers of ReLU whose weights are drawn from N(0, 1): the signal grows √(500/2) ≈ 16-fold in each.</summary>
[Network]
[Input(500)]
[Repeat<Layer>(10)]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class LargeReLU
{
    [Block]
    [Dense(500, Init = Init.Normal, InitScale = 1)]
    [ReLU]
    private sealed class Layer;
}
