using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The value times tanh(log(1 + eᵛᵃˡᵘᵉ)); 0 at −∞.</summary>
/// <remarks>With e = eᵛᵃˡᵘᵉ and n = e·(e + 2) the tanh is n/(n + 2): one exponential, and nothing cancels.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Mish : IEpilogue
{
    /// <summary>From here on the function is its argument.</summary>
    internal const float Linear = 20f;

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
        TVector power = ElementaryFunctions<TInstructions, TVector>.Exp(TInstructions.Min(TInstructions.Broadcast(Linear), value));
        TVector two = TInstructions.Broadcast(2f), part = TInstructions.Multiply(power, TInstructions.Add(power, two));
        TVector share = TInstructions.Divide(part, TInstructions.Add(part, two));
        return TInstructions.Multiply(TInstructions.Max(TInstructions.Broadcast(-100f), value), share);
    }
}
