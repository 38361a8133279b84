using Layerwright;

namespace InitializationSample;

/// <summary>Ten layers of tanh whose weights are drawn from N(0, 0.01²): small enough to be forgotten on the way.</summary>
[Network]
[Input(500)]
[Repeat<Layer>(10)]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class SmallTanh
{
    [Block]
    [Dense(500, Init = Init.Normal, InitScale = 0.01)]
    [Tanh]
    private sealed class Layer;
}
