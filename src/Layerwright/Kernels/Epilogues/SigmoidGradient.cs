using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The gradient times output · (1 − output).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct SigmoidGradient : IEpilogue
{
    private readonly float* _output;
    private readonly nint _stride;

    /// <summary>Takes the activation's <paramref name="output"/>, which starts at the block's first row.</summary>
    public SigmoidGradient(Tensor output)
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
        TVector rest = TInstructions.Subtract(TInstructions.Broadcast(1f), output);
        return TInstructions.Multiply(value, TInstructions.Multiply(output, rest));
    }
}
