using Layerwright;

namespace InitializationSample;

/// <summary>Ten layers of tanh with the weights of He et al. (2015), √(2/in): too large by √2 for tanh, which squeezes it back.</summary>
[Network]
[Input(500)]
[Repeat<Layer>(10)]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class HeTanh
{
    [Block]
    [Dense(500, Init = Init.He)]
    [Tanh]
    private sealed class Layer;
}
