using Layerwright;

namespace InitializationSample;

/// <summary>Ten layers of ReLU with the weights of He et al. (2015), √(2/in): twice the variance, for the half that ReLU cuts.</summary>
[Network]
[Input(500)]
[Repeat<Layer>(10)]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class HeReLU
{
    [Block]
    [Dense(500, Init = Init.He)]
    [ReLU]
    private sealed class Layer;
}
