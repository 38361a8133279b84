using Layerwright;

namespace InitializationSample;

/// <summary>Ten layers of tanh with Glorot and Bengio's weights (2010), √(2/(in + out)): as much signal as tanh lets through.</summary>
[Network]
[Input(500)]
[Repeat<Layer>(10)]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class XavierTanh
{
    [Block]
    [Dense(500, Init = Init.Xavier)]
    [Tanh]
    private sealed class Layer;
}
