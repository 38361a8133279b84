namespace Layerwright.CodeModel.Operations;

/// <summary>A weight in the form that a kernel of a training step reads: kept, and made anew when the weight has changed.</summary>
/// <param name="Parameter">The weight.</param>
/// <param name="Form">What the copy is to it.</param>
/// <param name="Taps">Taps of its window: its inputs are that many times its channels.</param>
/// <param name="Groups">Groups of channels, each with a matrix of its own.</param>
internal sealed record WeightCopy(int Parameter, CopyForm Form, int Taps = 1, int Groups = 1);

/// <summary>The forms that the run time makes, under its names.</summary>
internal enum CopyForm
{
    /// <summary>[outputs → inputs].</summary>
    Transposed,

    /// <summary>[taps · outputs → channels], taps in reverse order.</summary>
    Turned,

    /// <summary>[16 · channels → outputs].</summary>
    Winograd,

    /// <summary>[16 · outputs → channels], of the turned weights.</summary>
    TurnedWinograd,

    /// <summary>[36 · channels → outputs].</summary>
    Winograd4,

    /// <summary>[36 · outputs → channels], of the turned weights.</summary>
    TurnedWinograd4,
}
