using Layerwright;

namespace InitializationSample;

/// <summary>Ten layers of ReLU with Glorot and Bengio's weights (2010), √(2/(in + out)): made for linear units, of which ReLU cuts half.</summary>
[Network]
[Input(500)]
[Repeat<Layer>(10)]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class XavierReLU
{
    [Block]
    [Dense(500, Init = Init.Xavier)]
    [ReLU]
    private sealed class Layer;
}
