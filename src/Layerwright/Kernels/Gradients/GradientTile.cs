using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// The register tile of a convolution's weight gradient: neighbouring inputs of one tap by one or two vectors of filters, summed over
/// positions from zero and then added to what images before have given. Sums stay short, so that they do not drift.
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
    /// <param name="sums">The first input's sums, rows of as many vectors.</param>
    public static void Run<TColumns>(nint inputs, float* source, float* gradient, in PositionRun positions, float* sums)
        where TColumns : unmanaged
    {
        nint tiles = (inputs + TInstructions.TileRows - 1) / TInstructions.TileRows;
        for (; tiles > 0; tiles--)
        {
            nint height = (inputs + tiles - 1) / tiles;
            switch (height)
            {
                case 1:
                    Run<One, TColumns>(source, gradient, positions, sums);
                    break;
                case 2:
                    Run<Two, TColumns>(source, gradient, positions, sums);
                    break;
                case 3:
                    Run<Three, TColumns>(source, gradient, positions, sums);
                    break;
                case 4:
                    Run<Four, TColumns>(source, gradient, positions, sums);
                    break;
                case 5:
                    Run<Five, TColumns>(source, gradient, positions, sums);
                    break;
                case 6:
                    Run<Six, TColumns>(source, gradient, positions, sums);
                    break;
                case 7:
                    Run<Seven, TColumns>(source, gradient, positions, sums);
                    break;
                default:
                    Run<Eight, TColumns>(source, gradient, positions, sums);
                    break;
            }

            inputs -= height;
            source += height;
            sums += height * sizeof(TColumns) * TInstructions.Count;
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TRows, TColumns>(float* source, float* gradient, in PositionRun positions, float* sums)
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
                    TVector ga = TInstructions.Load(q);
                    TVector gb = sizeof(TColumns) > 1 ? TInstructions.Load(q + TInstructions.Count) : ga;
                    {
                        TVector v = TInstructions.Broadcast(p[0]);
                        a0 = TInstructions.MultiplyAdd(v, ga, a0);
                        b0 = sizeof(TColumns) > 1 ? TInstructions.MultiplyAdd(v, gb, b0) : b0;
                    }

                    if (sizeof(TRows) > 1)
                    {
                        TVector v = TInstructions.Broadcast(p[1]);
                        a1 = TInstructions.MultiplyAdd(v, ga, a1);
                        b1 = sizeof(TColumns) > 1 ? TInstructions.MultiplyAdd(v, gb, b1) : b1;
                    }

                    if (sizeof(TRows) > 2)
                    {
                        TVector v = TInstructions.Broadcast(p[2]);
                        a2 = TInstructions.MultiplyAdd(v, ga, a2);
                        b2 = sizeof(TColumns) > 1 ? TInstructions.MultiplyAdd(v, gb, b2) : b2;
                    }

                    if (sizeof(TRows) > 3)
                    {
                        TVector v = TInstructions.Broadcast(p[3]);
                        a3 = TInstructions.MultiplyAdd(v, ga, a3);
                        b3 = sizeof(TColumns) > 1 ? TInstructions.MultiplyAdd(v, gb, b3) : b3;
                    }

                    if (sizeof(TRows) > 4)
                    {
                        TVector v = TInstructions.Broadcast(p[4]);
                        a4 = TInstructions.MultiplyAdd(v, ga, a4);
                        b4 = sizeof(TColumns) > 1 ? TInstructions.MultiplyAdd(v, gb, b4) : b4;
                    }

                    if (sizeof(TRows) > 5)
                    {
                        TVector v = TInstructions.Broadcast(p[5]);
                        a5 = TInstructions.MultiplyAdd(v, ga, a5);
                        b5 = sizeof(TColumns) > 1 ? TInstructions.MultiplyAdd(v, gb, b5) : b5;
                    }

                    if (sizeof(TRows) > 6)
                    {
                        TVector v = TInstructions.Broadcast(p[6]);
                        a6 = TInstructions.MultiplyAdd(v, ga, a6);
                        b6 = sizeof(TColumns) > 1 ? TInstructions.MultiplyAdd(v, gb, b6) : b6;
                    }

                    if (sizeof(TRows) > 7)
                    {
                        TVector v = TInstructions.Broadcast(p[7]);
                        a7 = TInstructions.MultiplyAdd(v, ga, a7);
                        b7 = sizeof(TColumns) > 1 ? TInstructions.MultiplyAdd(v, gb, b7) : b7;
                    }

                    p += step;
                    q += gradientStep;
                }
                while (q != end);
            }
        }

        Add<TColumns>(a0, b0, 0, sums);
        if (sizeof(TRows) > 1)
        {
            Add<TColumns>(a1, b1, 1, sums);
        }

        if (sizeof(TRows) > 2)
        {
            Add<TColumns>(a2, b2, 2, sums);
        }

        if (sizeof(TRows) > 3)
        {
            Add<TColumns>(a3, b3, 3, sums);
        }

        if (sizeof(TRows) > 4)
        {
            Add<TColumns>(a4, b4, 4, sums);
        }

        if (sizeof(TRows) > 5)
        {
            Add<TColumns>(a5, b5, 5, sums);
        }

        if (sizeof(TRows) > 6)
        {
            Add<TColumns>(a6, b6, 6, sums);
        }

        if (sizeof(TRows) > 7)
        {
            Add<TColumns>(a7, b7, 7, sums);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TColumns>(TVector a, TVector b, nint row, float* sums)
        where TColumns : unmanaged
    {
        float* target = sums + row * sizeof(TColumns) * TInstructions.Count;
        TInstructions.Store(TInstructions.Add(TInstructions.Load(target), a), target);
        if (sizeof(TColumns) > 1)
        {
            target += TInstructions.Count;
            TInstructions.Store(TInstructions.Add(TInstructions.Load(target), b), target);
        }
    }
}
