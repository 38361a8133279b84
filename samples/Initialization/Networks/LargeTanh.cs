using Layerwright;

namespace InitializationSample;

/// <summary>Ten layers of tanh whose weights are drawn from N(0, 1): sums of 500 terms drive every unit to −1 or 1.</summary>
[Network]
[Input(500)]
[Repeat<Layer>(10)]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class LargeTanh
{
    [Block]
    [Dense(500, Init = Init.Normal, InitScale = 1)]
    [Tanh]
    private sealed class Layer;
}
