using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The gradient where the activation's output is above 0, else 0 (so the derivative at 0 is 0).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct ReLUGradient : IEpilogue
{
    private readonly float* _output;
    private readonly nint _stride;

    /// <summary>Takes the activation's <paramref name="output"/>, which starts at the block's first row.</summary>
    public ReLUGradient(Tensor output)
    {
        _output = output.Data;
        _stride = output.Stride;
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
        return TInstructions.Select(TInstructions.GreaterThan(output, TInstructions.Zero), value, TInstructions.Zero);
    }
}
