using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// Mean and deviation of one row, in two passes over differences. The mean is kept as a difference from the row's first element,
/// so that however large it is it costs no digits.
/// </summary>
internal readonly unsafe struct RowMoments<TMean, TInstructions, TVector>
    where TMean : struct, IMean
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    private readonly TVector _origin;
    private readonly TVector _offset;

    private RowMoments(TVector origin, TVector offset, TVector inverseDeviation)
    {
        _origin = origin;
        _offset = offset;
        InverseDeviation = inverseDeviation;
    }

    /// <summary>1/√(variance + ε), in every lane.</summary>
    public TVector InverseDeviation { get; }

    /// <summary>The moments of <paramref name="columns"/> elements; what lies behind them is not looked at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowMoments<TMean, TInstructions, TVector> Of(float* x, nint columns, float epsilon)
    {
        float share = 1f / columns;
        TVector origin = TInstructions.Zero, offset = origin;
        if (TMean.IsSubtracted)
        {
            origin = TInstructions.Broadcast(*x);
            offset = TInstructions.Broadcast(Sum(x, columns, origin, offset, isSquared: false) * share);
        }

        float variance = Sum(x, columns, origin, offset, isSquared: true) * share;
        return new(origin, offset, TInstructions.Broadcast(1f / MathF.Sqrt(variance + epsilon)));
    }

    /// <summary>(x − mean) / σ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Normalize(TVector x) => TInstructions.Multiply(Centre(x, _origin, _offset), InverseDeviation);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Centre(TVector x, TVector origin, TVector offset) =>
        TMean.IsSubtracted ? TInstructions.Subtract(TInstructions.Subtract(x, origin), offset) : x;

    /// <summary>Sum of the centred elements, or of their squares; two sums in flight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Sum(float* x, nint columns, TVector origin, TVector offset, bool isSquared)
    {
        TVector even = TInstructions.Zero, odd = even;
        nint column = 0;
        for (; column <= columns - (2 * TInstructions.Count); column += 2 * TInstructions.Count)
        {
            even = Add(even, Centre(TInstructions.Load(x + column), origin, offset), isSquared);
            odd = Add(odd, Centre(TInstructions.Load(x + column + TInstructions.Count), origin, offset), isSquared);
        }

        for (; column < columns; column += TInstructions.Count)
        {
            TVector isInside = TInstructions.FirstLanes((int)Math.Min(columns - column, TInstructions.Count));
            TVector value = Centre(TInstructions.Load(x + column), origin, offset);
            even = Add(even, TInstructions.Select(isInside, value, TInstructions.Zero), isSquared);
        }

        return TInstructions.Sum(TInstructions.Add(even, odd));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Add(TVector sum, TVector value, bool isSquared) =>
        isSquared ? TInstructions.MultiplyAdd(value, value, sum) : TInstructions.Add(sum, value);
}
