using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>½·value·(1 + tanh(√(2/π)·(value + 0.044715·value³))); 0 at −∞.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ApproximateGELU : IEpilogue
{
    /// <summary>2·√(2/π), and 0.044715 of it.</summary>
    internal const float Linear = 1.59576912f, Cubic = 0.0713548163f;

    /// <inheritdoc/>
    public static bool IsLight
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => false;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TInstructions, TVector>(TVector value, nint row, nint column)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        // ½·(1 + tanh u) is the sigmoid of 2u, which does not cancel.
        TVector square = TInstructions.Multiply(value, value);
        TVector factor = TInstructions.MultiplyAdd(square, TInstructions.Broadcast(Cubic), TInstructions.Broadcast(Linear));
        TVector share = ElementaryFunctions<TInstructions, TVector>.Sigmoid(TInstructions.Multiply(value, factor));
        return TInstructions.Multiply(TInstructions.Max(TInstructions.Broadcast(-14f), value), share);
    }
}
