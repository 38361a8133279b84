using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Room for one number a channel, on the stack of the kernel that asks.</summary>
internal static class GroupMoments
{
    /// <summary>More channels than any image has; wider vectors go element by element.</summary>
    private const int MostColumns = 4096;

    /// <summary>Positions that are summed up before the sum joins the others, so that large images do not drift.</summary>
    public const int PositionsInRun = 256;

    public static bool Fits(int columns) => columns <= MostColumns;
}

/// <summary>
/// Mean and deviation of each group of one row, laid out per channel so that passes run over whole vectors. The mean is kept as a
/// difference from the group's first element, so that however large it is it costs no digits. Zeros in the padding.
/// </summary>
/// <param name="origins">The group's first element.</param>
/// <param name="offsets">Its mean, less that.</param>
/// <param name="inverseDeviations">1/√(variance + ε).</param>
internal readonly unsafe struct GroupMoments<TInstructions, TVector>(float* origins, float* offsets, float* inverseDeviations)
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    /// <summary>Floats that each of the three needs: a whole vector may be read from any channel on.</summary>
    public static int RoomFor(int columns) => PanelLayout.RoundUp(columns) + TInstructions.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector InverseDeviation(nint column) => TInstructions.Load(inverseDeviations + column);

    /// <summary>x − mean.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Centre(TVector x, nint column) =>
        TInstructions.Subtract(TInstructions.Subtract(x, TInstructions.Load(origins + column)), TInstructions.Load(offsets + column));

    /// <summary>Takes the moments of one row.</summary>
    /// <param name="x">Its first line.</param>
    /// <param name="positions">Its lines.</param>
    /// <param name="stride">From line to line.</param>
    /// <param name="columns">Channels.</param>
    /// <param name="size">Channels of a group.</param>
    /// <param name="epsilon">ε.</param>
    [SkipLocalsInit]
    public void Take(float* x, int positions, nint stride, int columns, int size, float epsilon)
    {
        int room = RoomFor(columns);
        new Span<float>(origins, room).Clear();
        new Span<float>(offsets, room).Clear();
        new Span<float>(inverseDeviations, room).Clear();
        for (int first = 0; first < columns; first += size)
        {
            new Span<float>(origins + first, size).Fill(x[first]);
        }

        float share = 1f / ((float)positions * size);
        Sum(x, positions, stride, columns);
        for (int first = 0; first < columns; first += size)
        {
            new Span<float>(offsets + first, size).Fill(GroupSum<TInstructions, TVector>.Of(offsets + first, size) * share);
        }

        // Differences from a mean that is off by its rounding: their own mean, the rest, corrects both moments.
        float* rests = stackalloc float[room];
        SumSquares(x, positions, stride, columns, rests);
        for (int first = 0; first < columns; first += size)
        {
            float rest = GroupSum<TInstructions, TVector>.Of(rests + first, size) * share;
            float variance = (GroupSum<TInstructions, TVector>.Of(inverseDeviations + first, size) * share) - (rest * rest);
            new Span<float>(offsets + first, size).Fill(offsets[first] + rest);
            new Span<float>(inverseDeviations + first, size).Fill(1f / MathF.Sqrt(Math.Max(0, variance) + epsilon));
        }

        new Span<float>(offsets + columns, room - columns).Clear();
        new Span<float>(inverseDeviations + columns, room - columns).Clear();
    }

    /// <summary>Σ(x − origin) of each channel, where the offsets will stand.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sum(float* x, int positions, nint stride, int columns)
    {
        for (nint first = 0; first < positions; first += GroupMoments.PositionsInRun)
        {
            nint count = Math.Min(positions - first, GroupMoments.PositionsInRun);
            for (nint column = 0; column < columns; column += TInstructions.Count)
            {
                float* source = x + (first * stride) + column;
                TVector origin = TInstructions.Load(origins + column), even = TInstructions.Zero, odd = even;
                nint left = count;
                for (; left >= 2; left -= 2, source += 2 * stride)
                {
                    even = TInstructions.Add(even, TInstructions.Subtract(TInstructions.Load(source), origin));
                    odd = TInstructions.Add(odd, TInstructions.Subtract(TInstructions.Load(source + stride), origin));
                }

                even = left > 0 ? TInstructions.Add(even, TInstructions.Subtract(TInstructions.Load(source), origin)) : even;
                TVector sum = TInstructions.Add(TInstructions.Load(offsets + column), TInstructions.Add(even, odd));
                TInstructions.Store(sum, offsets + column);
            }
        }
    }

    /// <summary>Σ(x − mean)² of each channel, where the deviations will stand, and Σ(x − mean).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SumSquares(float* x, int positions, nint stride, int columns, float* rests)
    {
        new Span<float>(rests, RoomFor(columns)).Clear();
        for (nint first = 0; first < positions; first += GroupMoments.PositionsInRun)
        {
            nint count = Math.Min(positions - first, GroupMoments.PositionsInRun);
            for (nint column = 0; column < columns; column += TInstructions.Count)
            {
                float* source = x + (first * stride) + column;
                TVector origin = TInstructions.Load(origins + column), offset = TInstructions.Load(offsets + column);
                TVector square = TInstructions.Zero, rest = square;
                for (nint left = count; left > 0; left--, source += stride)
                {
                    TVector difference = TInstructions.Subtract(TInstructions.Subtract(TInstructions.Load(source), origin), offset);
                    rest = TInstructions.Add(rest, difference);
                    square = TInstructions.MultiplyAdd(difference, difference, square);
                }

                TInstructions.Store(TInstructions.Add(TInstructions.Load(rests + column), rest), rests + column);
                TVector sum = TInstructions.Add(TInstructions.Load(inverseDeviations + column), square);
                TInstructions.Store(sum, inverseDeviations + column);
            }
        }
    }
}
