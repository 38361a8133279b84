using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>The probe of a step that somebody observes.</summary>
internal readonly struct ObservingProbe(LayerObserver observer) : IProbe
{
    public static bool IsActive => true;

    public bool Wants(int layer, in RowBlock block) => observer.Wants(layer, block.FirstRow);

    public void Activation(int layer, in RowBlock block, Tensor activation) =>
        observer.Activation(layer, block.FirstRow, block.Rows, activation);

    public void Gradient(int layer, in RowBlock block, Tensor gradient) =>
        observer.Gradient(layer, block.FirstRow, block.Rows, gradient);
}
