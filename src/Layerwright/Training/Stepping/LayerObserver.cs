using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>
/// Sees every layer's activations and gradients, block by block, while a step computes them. Called from several threads, for
/// different rows.
/// </summary>
internal abstract class LayerObserver
{
    /// <summary>How many rows of the batch it sees, from the first, rounded up to whole blocks; the others run as if nobody looked. Default: all.</summary>
    public virtual int Rows => int.MaxValue;

    /// <summary>Whether what is never stored of a layer is recomputed for a block; what is stored is shown all the same. Default: true.</summary>
    public virtual bool Wants(int layer, int firstRow) => true;

    /// <summary>Rows of a layer's output.</summary>
    public abstract void Activation(int layer, int firstRow, int rows, Tensor activation);

    /// <summary>Rows of the loss's gradient with respect to a layer's output.</summary>
    public abstract void Gradient(int layer, int firstRow, int rows, Tensor gradient);
}
