using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The gradient times λ where the activation's output is above 0, times output + λ·α elsewhere.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct SELUGradient : IEpilogue
{
    private readonly float* _output;
    private readonly nint _stride;

    /// <summary>Takes the activation's <paramref name="output"/>, which starts at the block's first row.</summary>
    public SELUGradient(Tensor output)
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
        TVector below = TInstructions.Add(output, TInstructions.Broadcast(SELU.ScaledAlpha));
        TVector isAbove = TInstructions.GreaterThan(output, TInstructions.Zero);
        return TInstructions.Multiply(value, TInstructions.Select(isAbove, TInstructions.Broadcast(SELU.Scale), below));
    }
}
