using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The register tile of depthwise passes: neighbouring positions of one vector of channels, summed over taps.</summary>
internal static unsafe class DepthwiseTile<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    private const int MostPositions = 8;

    /// <summary>Positions in tiles of nearly equal size.</summary>
    /// <param name="positions">Positions.</param>
    /// <param name="source">The first position's first channel.</param>
    /// <param name="sourceStep">From position to position.</param>
    /// <param name="weights">The first tap's weights.</param>
    /// <param name="taps">The taps; none give 0.</param>
    /// <param name="target">Where the sums go.</param>
    public static void Run<TEpilogue>(
        nint positions,
        float* source,
        nint sourceStep,
        float* weights,
        in TapRuns taps,
        LineTarget<TEpilogue> target)
        where TEpilogue : struct, IEpilogue
    {
        for (nint tiles = (positions + MostPositions - 1) / MostPositions; tiles > 0; tiles--)
        {
            nint count = (positions + tiles - 1) / tiles;
            switch (count)
            {
                case 1:
                    Run<One, TEpilogue>(source, sourceStep, weights, taps, target);
                    break;
                case 2:
                    Run<Two, TEpilogue>(source, sourceStep, weights, taps, target);
                    break;
                case 3:
                    Run<Three, TEpilogue>(source, sourceStep, weights, taps, target);
                    break;
                case 4:
                    Run<Four, TEpilogue>(source, sourceStep, weights, taps, target);
                    break;
                case 5:
                    Run<Five, TEpilogue>(source, sourceStep, weights, taps, target);
                    break;
                case 6:
                    Run<Six, TEpilogue>(source, sourceStep, weights, taps, target);
                    break;
                case 7:
                    Run<Seven, TEpilogue>(source, sourceStep, weights, taps, target);
                    break;
                default:
                    Run<Eight, TEpilogue>(source, sourceStep, weights, taps, target);
                    break;
            }

            positions -= count;
            source += count * sourceStep;
            target = target.Down(count);
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TPositions, TEpilogue>(
        float* source, nint step, float* weights, in TapRuns taps, LineTarget<TEpilogue> target)
        where TPositions : unmanaged
        where TEpilogue : struct, IEpilogue
    {
        TVector a0 = TInstructions.Zero, a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0;
        nint columns = taps.Columns, columnStep = taps.ColumnStep, columnWeights = taps.ColumnWeights;
        for (nint row = 0; row < taps.Rows; row++)
        {
            float* p = source + row * taps.RowStep, w = weights + row * taps.RowWeights;
            for (nint column = 0; column < columns; column++, p += columnStep, w += columnWeights)
            {
                TVector weight = TInstructions.Load(w);
                a0 = TInstructions.MultiplyAdd(TInstructions.Load(p), weight, a0);
                a1 = sizeof(TPositions) > 1 ? TInstructions.MultiplyAdd(TInstructions.Load(p + step), weight, a1) : a1;
                a2 = sizeof(TPositions) > 2 ? TInstructions.MultiplyAdd(TInstructions.Load(p + 2 * step), weight, a2) : a2;
                a3 = sizeof(TPositions) > 3 ? TInstructions.MultiplyAdd(TInstructions.Load(p + 3 * step), weight, a3) : a3;
                a4 = sizeof(TPositions) > 4 ? TInstructions.MultiplyAdd(TInstructions.Load(p + 4 * step), weight, a4) : a4;
                a5 = sizeof(TPositions) > 5 ? TInstructions.MultiplyAdd(TInstructions.Load(p + 5 * step), weight, a5) : a5;
                a6 = sizeof(TPositions) > 6 ? TInstructions.MultiplyAdd(TInstructions.Load(p + 6 * step), weight, a6) : a6;
                a7 = sizeof(TPositions) > 7 ? TInstructions.MultiplyAdd(TInstructions.Load(p + 7 * step), weight, a7) : a7;
            }
        }

        target.Take<TInstructions, TVector>(a0, 0, 0);
        if (sizeof(TPositions) > 1)
        {
            target.Take<TInstructions, TVector>(a1, 1, 0);
        }

        if (sizeof(TPositions) > 2)
        {
            target.Take<TInstructions, TVector>(a2, 2, 0);
        }

        if (sizeof(TPositions) > 3)
        {
            target.Take<TInstructions, TVector>(a3, 3, 0);
        }

        if (sizeof(TPositions) > 4)
        {
            target.Take<TInstructions, TVector>(a4, 4, 0);
        }

        if (sizeof(TPositions) > 5)
        {
            target.Take<TInstructions, TVector>(a5, 5, 0);
        }

        if (sizeof(TPositions) > 6)
        {
            target.Take<TInstructions, TVector>(a6, 6, 0);
        }

        if (sizeof(TPositions) > 7)
        {
            target.Take<TInstructions, TVector>(a7, 7, 0);
        }
    }
}
