using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The gradient divided by (1 + |x|)².</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct SoftsignGradient : IEpilogue
{
    private readonly float* _input;
    private readonly nint _stride;

    /// <summary>Takes the activation's <paramref name="input"/>, which starts at the block's first row.</summary>
    public SoftsignGradient(Tensor input)
    {
        _input = input.Data;
        _stride = input.Stride;
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
        TVector input = TInstructions.Load(_input + row * _stride + column);
        TVector one = TInstructions.Broadcast(1f);
        TVector root = TInstructions.Divide(one, TInstructions.Add(one, TInstructions.Abs(input)));
        return TInstructions.Multiply(value, TInstructions.Multiply(root, root));
    }
}
