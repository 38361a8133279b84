using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The gradient where the activation's output is above 0, times output + α elsewhere: for α &gt; 0.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct ELUGradient : IEpilogue
{
    private readonly float* _output;
    private readonly nint _stride;
    private readonly float _alpha;

    /// <summary>
    /// Takes the activation's <paramref name="output"/>, which starts at the block's first row, and its
    /// <paramref name="alpha"/>.
    /// </summary>
    public ELUGradient(Tensor output, float alpha)
    {
        _output = output.Data;
        _stride = output.Stride;
        _alpha = alpha;
    }

    /// <inheritdoc/>
    public static bool IsLight
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TInstructions, TVector>(TVector value, nint row, nint column)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        TVector output = TInstructions.Load(_output + row * _stride + column);
        TVector below = TInstructions.Multiply(value, TInstructions.Add(output, TInstructions.Broadcast(_alpha)));
        return TInstructions.Select(TInstructions.GreaterThan(output, TInstructions.Zero), value, below);
    }
}
