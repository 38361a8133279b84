using Layerwright;

namespace InitializationSample;

/// <summary>Ten layers of ReLU whose weights are drawn from N(0, 0.01²): small enough to be forgotten on the way.</summary>
[Network]
[Input(500)]
[Repeat<Layer>(10)]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class SmallReLU
{
    [Block]
    [Dense(500, Init = Init.Normal, InitScale = 0.01)]
    [ReLU]
    private sealed class Layer;
}
