using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>
/// Sees every layer's activations and gradients, block by block, while a step computes them. Called from several threads, for
/// different rows.
/// </summary>
internal abstract class LayerObserver
{
    /// <summary>Rows of a layer's output.</summary>
    public abstract void Activation(int layer, int firstRow, int rows, Tensor activation);

    /// <summary>Rows of the loss's gradient with respect to a layer's output.</summary>
    public abstract void Gradient(int layer, int firstRow, int rows, Tensor gradient);
}
