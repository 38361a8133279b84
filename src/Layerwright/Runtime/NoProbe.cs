using System.ComponentModel;
using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>The probe of ordinary training: nothing listens, nothing is called.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NoProbe : IProbe
{
    /// <inheritdoc/>
    public static bool IsActive => false;

    /// <inheritdoc/>
    public bool Wants(int layer, in RowBlock block) => false;

    /// <inheritdoc/>
    public void Activation(int layer, in RowBlock block, Tensor activation)
    {
    }

    /// <inheritdoc/>
    public void Gradient(int layer, in RowBlock block, Tensor gradient)
    {
    }
}
