using System.ComponentModel;

namespace Layerwright.Runtime;

/// <summary>What a copy of weights is to the weights [taps · channels → outputs] it is made from.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum CopyForm
{
    /// <summary>[outputs → inputs]: what a dense layer's input gradient is a product with.</summary>
    Transposed,

    /// <summary>[taps · outputs → channels], taps in reverse order: what a convolution's input gradient is a convolution with.</summary>
    Turned,
}
