using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The gradient times σ(2u) + x·σ′(2u)·2u′, u = √(2/π)·(x + 0.044715·x³).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct ApproximateGELUGradient : IEpilogue
{
    private readonly float* _input;
    private readonly nint _stride;

    /// <summary>Takes the activation's <paramref name="input"/>, which starts at the block's first row.</summary>
    public ApproximateGELUGradient(Tensor input)
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
        // Beyond ±14 the slope is 0 or 1, and x³ may overflow.
        TVector x = TInstructions.Min(TInstructions.Broadcast(14f), TInstructions.Max(TInstructions.Broadcast(-14f), input));
        TVector square = TInstructions.Multiply(x, x), linear = TInstructions.Broadcast(ApproximateGELU.Linear);
        TVector factor = TInstructions.MultiplyAdd(square, TInstructions.Broadcast(ApproximateGELU.Cubic), linear);
        TVector steepness = TInstructions.MultiplyAdd(square, TInstructions.Broadcast(3 * ApproximateGELU.Cubic), linear);
        TVector share = ElementaryFunctions<TInstructions, TVector>.Sigmoid(TInstructions.Multiply(x, factor), out TVector slope);
        TVector growth = TInstructions.Multiply(TInstructions.Multiply(x, steepness), slope);
        return TInstructions.Multiply(value, TInstructions.Add(share, growth));
    }
}
