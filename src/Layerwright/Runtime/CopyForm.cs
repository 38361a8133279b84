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

    /// <summary>[16 · channels → outputs]: what a convolution of three by three taps reads that is done by minimal filtering.</summary>
    Winograd,

    /// <summary>[16 · outputs → channels]: the same of the turned weights, for such a convolution's input gradient.</summary>
    TurnedWinograd,

    /// <summary>[36 · channels → outputs]: the same over larger tiles.</summary>
    Winograd4,

    /// <summary>[36 · outputs → channels]: of the turned weights, over larger tiles.</summary>
    TurnedWinograd4,
}
