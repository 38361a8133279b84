using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The gradient times w + x·w′, w = n/(n + 2), n = e·(e + 2), e = eˣ.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct MishGradient : IEpilogue
{
    private readonly float* _input;
    private readonly nint _stride;

    /// <summary>Takes the activation's <paramref name="input"/>, which starts at the block's first row.</summary>
    public MishGradient(Tensor input)
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
        TVector one = TInstructions.Broadcast(1f), two = TInstructions.Broadcast(2f);
        TVector x = TInstructions.Min(TInstructions.Broadcast(Mish.Linear), TInstructions.Max(TInstructions.Broadcast(-100f), input));
        TVector power = ElementaryFunctions<TInstructions, TVector>.Exp(x);
        TVector part = TInstructions.Multiply(power, TInstructions.Add(power, two));
        TVector inverse = TInstructions.Divide(one, TInstructions.Add(part, two));

        // w′ = 4·e·(e + 1)/(n + 2)²
        TVector root = TInstructions.Multiply(two, inverse), square = TInstructions.Multiply(root, root);
        TVector slope = TInstructions.Multiply(TInstructions.Multiply(power, TInstructions.Add(power, one)), square);
        return TInstructions.Multiply(value, TInstructions.MultiplyAdd(x, slope, TInstructions.Multiply(part, inverse)));
    }
}
