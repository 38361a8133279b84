using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The gradient times Φ(x) + x·φ(x), φ the normal density.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct GELUGradient : IEpilogue
{
    /// <summary>1/√(2π), the density at 0.</summary>
    private const float Peak = 0.398942280f;

    private readonly float* _input;
    private readonly nint _stride;

    /// <summary>Takes the activation's <paramref name="input"/>, which starts at the block's first row.</summary>
    public GELUGradient(Tensor input)
    {
        _input = input.Data;
        _stride = input.Stride;
    }

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
        TVector input = TInstructions.Load(_input + row * _stride + column);
        TVector share = ElementaryFunctions<TInstructions, TVector>.Normal(input, out TVector power);
        TVector bounded = TInstructions.Min(TInstructions.Broadcast(14f), TInstructions.Max(TInstructions.Broadcast(-14f), input));
        TVector density = TInstructions.Multiply(power, TInstructions.Broadcast(Peak));
        return TInstructions.Multiply(value, TInstructions.MultiplyAdd(bounded, density, share));
    }
}
