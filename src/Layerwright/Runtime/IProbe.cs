using System.ComponentModel;
using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>
/// Sees what fusion hides: called at every layer boundary while the tensor is live. Generated code is generic over it, and
/// <see cref="NoProbe"/> vanishes. A probed step computes the same bits; what is never stored is recomputed for it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IProbe
{
    /// <summary>False where nothing listens: then nothing is recomputed.</summary>
    static abstract bool IsActive { get; }

    /// <summary>False where what is never stored of a layer need not be recomputed for this block.</summary>
    bool Wants(int layer, in RowBlock block);

    /// <summary>The block's rows of a layer's output. <paramref name="layer"/> indexes <see cref="NetworkBlueprint.Layers"/>.</summary>
    void Activation(int layer, in RowBlock block, Tensor activation);

    /// <summary>The block's rows of the loss's gradient with respect to a layer's output.</summary>
    void Gradient(int layer, in RowBlock block, Tensor gradient);
}
