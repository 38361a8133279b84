using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary>The mean of each window.</summary>
internal abstract class AveragePoolingLayer : PoolingLayer
{
    protected override Node Pool(LayerArguments arguments, Tensor output, Tensor input, WindowGeometry window)
    {
        bool countsPadding = window.Pad == (0, 0) || arguments.Bool("CountPadding", true);
        return new Resampling(output, input, "AveragePool", countsPadding ? "" : "WithoutPadding", new WindowOperand(window));
    }
}
