using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The gradient where the activation's output is above 0 and below 6, else 0 (at both kinks too).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct ReLU6Gradient : IEpilogue
{
    private readonly float* _output;
    private readonly nint _stride;

    /// <summary>Takes the activation's <paramref name="output"/>, which starts at the block's first row.</summary>
    public ReLU6Gradient(Tensor output)
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
        TVector below = TInstructions.Select(TInstructions.GreaterThan(TInstructions.Broadcast(6f), output), value, TInstructions.Zero);
        return TInstructions.Select(TInstructions.GreaterThan(output, TInstructions.Zero), below, TInstructions.Zero);
    }
}
