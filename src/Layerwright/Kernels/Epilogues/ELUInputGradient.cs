using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The gradient where the activation's input is above 0, times α·eˣ elsewhere: for any α.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct ELUInputGradient : IEpilogue
{
    private readonly float* _input;
    private readonly nint _stride;
    private readonly float _alpha;

    /// <summary>
    /// Takes the activation's <paramref name="input"/>, which starts at the block's first row, and its
    /// <paramref name="alpha"/>.
    /// </summary>
    public ELUInputGradient(Tensor input, float alpha)
    {
        _input = input.Data;
        _stride = input.Stride;
        _alpha = alpha;
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
        TVector power = ElementaryFunctions<TInstructions, TVector>.Exp(input);
        TVector below = TInstructions.Multiply(value, TInstructions.Multiply(power, TInstructions.Broadcast(_alpha)));
        return TInstructions.Select(TInstructions.GreaterThan(input, TInstructions.Zero), value, below);
    }
}
