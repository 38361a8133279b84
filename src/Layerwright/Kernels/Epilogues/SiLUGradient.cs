using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The gradient times σ(x) + x·σ′(x).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct SiLUGradient : IEpilogue
{
    private readonly float* _input;
    private readonly nint _stride;

    /// <summary>Takes the activation's <paramref name="input"/>, which starts at the block's first row.</summary>
    public SiLUGradient(Tensor input)
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
        TVector share = ElementaryFunctions<TInstructions, TVector>.Sigmoid(input, out TVector slope);
        TVector bounded = TInstructions.Min(TInstructions.Broadcast(100f), TInstructions.Max(TInstructions.Broadcast(-100f), input));
        return TInstructions.Multiply(value, TInstructions.MultiplyAdd(bounded, slope, share));
    }
}
