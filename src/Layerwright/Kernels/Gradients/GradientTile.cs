using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// The register tile of a convolution's weight gradient: neighbouring inputs of one tap by one or two vectors of filters, summed over
/// positions from zero and then added to what images before have given. Sums stay short, so that they do not drift. Under one vector
/// two positions are taken at once, each into its own sums, since a sum alone waits for itself.
/// </summary>
internal static unsafe class GradientTile<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    /// <summary>All inputs under one or two vectors of filters, in tiles of nearly equal height.</summary>
    /// <param name="inputs">Inputs.</param>
    /// <param name="source">The first input at the first position; the others follow.</param>
    /// <param name="gradient">The first filter's gradient there.</param>
    /// <param name="positions">Where to sum.</param>
    /// <param name="sums">The first input's sums.</param>
    /// <param name="sumStep">From input to input.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TColumns>(nint inputs, float* source, float* gradient, in PositionRun positions, float* sums, nint sumStep)
        where TColumns : unmanaged
    {
        nint tiles = (inputs + TInstructions.TileRows - 1) / TInstructions.TileRows;
        for (; tiles > 0; tiles--)
        {
            nint height = (inputs + tiles - 1) / tiles;
            switch (height)
            {
                case 1:
                    Run<One, TColumns>(source, gradient, positions, sums, sumStep);
                    break;
                case 2:
                    Run<Two, TColumns>(source, gradient, positions, sums, sumStep);
                    break;
                case 3:
                    Run<Three, TColumns>(source, gradient, positions, sums, sumStep);
                    break;
                case 4:
                    Run<Four, TColumns>(source, gradient, positions, sums, sumStep);
                    break;
                case 5:
                    Run<Five, TColumns>(source, gradient, positions, sums, sumStep);
                    break;
                case 6:
                    Run<Six, TColumns>(source, gradient, positions, sums, sumStep);
                    break;
                case 7:
                    Run<Seven, TColumns>(source, gradient, positions, sums, sumStep);
                    break;
                default:
                    Run<Eight, TColumns>(source, gradient, positions, sums, sumStep);
                    break;
            }

            inputs -= height;
            source += height;
            sums += height * sumStep;
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TRows, TColumns>(float* source, float* gradient, in PositionRun positions, float* sums, nint sumStep)
        where TRows : unmanaged
        where TColumns : unmanaged
    {
        // Sums are locals, never an array: they must stay in registers.
        TVector a0 = TInstructions.Zero, a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0;
        TVector b0 = a0, b1 = a0, b2 = a0, b3 = a0, b4 = a0, b5 = a0, b6 = a0, b7 = a0;
        PositionRun.Line columns = positions.Columns, rows = positions.Rows, images = positions.Images;
        nint step = columns.InputStep, gradientStep = columns.GradientStep, length = columns.Count * gradientStep;
        for (nint image = 0; image < images.Count; image++)
        {
            float* x = source + image * images.InputStep, g = gradient + image * images.GradientStep;
            for (nint row = rows.Count; row > 0; row--, x += rows.InputStep, g += rows.GradientStep)
            {
                float* p = x, q = g, end = g + length;
                do
                {
                    // The second vector, or the second position; behind the last one nothing, times what was read already.
                    bool hasSecond = sizeof(TColumns) > 1 || q + gradientStep != end;
                    float* second = sizeof(TColumns) == 1 && hasSecond ? p + step : p;
                    TVector ga = TInstructions.Load(q);
                    TVector gb = !hasSecond ? TInstructions.Zero : TInstructions.Load(q + (sizeof(TColumns) > 1 ? TInstructions.Count : gradientStep));
                    {
                        TVector v = TInstructions.Broadcast(p[0]);
                        a0 = TInstructions.MultiplyAdd(v, ga, a0);
                        b0 = TInstructions.MultiplyAdd(sizeof(TColumns) > 1 ? v : TInstructions.Broadcast(second[0]), gb, b0);
                    }

                    if (sizeof(TRows) > 1)
                    {
                        TVector v = TInstructions.Broadcast(p[1]);
                        a1 = TInstructions.MultiplyAdd(v, ga, a1);
                        b1 = TInstructions.MultiplyAdd(sizeof(TColumns) > 1 ? v : TInstructions.Broadcast(second[1]), gb, b1);
                    }

                    if (sizeof(TRows) > 2)
                    {
                        TVector v = TInstructions.Broadcast(p[2]);
                        a2 = TInstructions.MultiplyAdd(v, ga, a2);
                        b2 = TInstructions.MultiplyAdd(sizeof(TColumns) > 1 ? v : TInstructions.Broadcast(second[2]), gb, b2);
                    }

                    if (sizeof(TRows) > 3)
                    {
                        TVector v = TInstructions.Broadcast(p[3]);
                        a3 = TInstructions.MultiplyAdd(v, ga, a3);
                        b3 = TInstructions.MultiplyAdd(sizeof(TColumns) > 1 ? v : TInstructions.Broadcast(second[3]), gb, b3);
                    }

                    if (sizeof(TRows) > 4)
                    {
                        TVector v = TInstructions.Broadcast(p[4]);
                        a4 = TInstructions.MultiplyAdd(v, ga, a4);
                        b4 = TInstructions.MultiplyAdd(sizeof(TColumns) > 1 ? v : TInstructions.Broadcast(second[4]), gb, b4);
                    }

                    if (sizeof(TRows) > 5)
                    {
                        TVector v = TInstructions.Broadcast(p[5]);
                        a5 = TInstructions.MultiplyAdd(v, ga, a5);
                        b5 = TInstructions.MultiplyAdd(sizeof(TColumns) > 1 ? v : TInstructions.Broadcast(second[5]), gb, b5);
                    }

                    if (sizeof(TRows) > 6)
                    {
                        TVector v = TInstructions.Broadcast(p[6]);
                        a6 = TInstructions.MultiplyAdd(v, ga, a6);
                        b6 = TInstructions.MultiplyAdd(sizeof(TColumns) > 1 ? v : TInstructions.Broadcast(second[6]), gb, b6);
                    }

                    if (sizeof(TRows) > 7)
                    {
                        TVector v = TInstructions.Broadcast(p[7]);
                        a7 = TInstructions.MultiplyAdd(v, ga, a7);
                        b7 = TInstructions.MultiplyAdd(sizeof(TColumns) > 1 ? v : TInstructions.Broadcast(second[7]), gb, b7);
                    }

                    p += sizeof(TColumns) > 1 ? step : 2 * step;
                    q += sizeof(TColumns) > 1 ? gradientStep : 2 * gradientStep;
                }
                while (q < end);
            }
        }

        Add<TColumns>(a0, b0, sums);
        if (sizeof(TRows) > 1)
        {
            Add<TColumns>(a1, b1, sums + sumStep);
        }

        if (sizeof(TRows) > 2)
        {
            Add<TColumns>(a2, b2, sums + 2 * sumStep);
        }

        if (sizeof(TRows) > 3)
        {
            Add<TColumns>(a3, b3, sums + 3 * sumStep);
        }

        if (sizeof(TRows) > 4)
        {
            Add<TColumns>(a4, b4, sums + 4 * sumStep);
        }

        if (sizeof(TRows) > 5)
        {
            Add<TColumns>(a5, b5, sums + 5 * sumStep);
        }

        if (sizeof(TRows) > 6)
        {
            Add<TColumns>(a6, b6, sums + 6 * sumStep);
        }

        if (sizeof(TRows) > 7)
        {
            Add<TColumns>(a7, b7, sums + 7 * sumStep);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TColumns>(TVector a, TVector b, float* target)
        where TColumns : unmanaged
    {
        if (sizeof(TColumns) == 1)
        {
            a = TInstructions.Add(a, b);
        }

        TInstructions.Store(TInstructions.Add(TInstructions.Load(target), a), target);
        if (sizeof(TColumns) > 1)
        {
            target += TInstructions.Count;
            TInstructions.Store(TInstructions.Add(TInstructions.Load(target), b), target);
        }
    }
}
