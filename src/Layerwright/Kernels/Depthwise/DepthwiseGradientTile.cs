using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// The register tile of a depthwise convolution's weight gradient: neighbouring taps of one vector of channels, summed over positions
/// from zero and then added to what images before have given.
/// </summary>
internal static unsafe class DepthwiseGradientTile<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    /// <summary>Most taps at once.</summary>
    public const int MostTaps = 8;

    /// <summary>One to eight taps.</summary>
    /// <param name="taps">Taps.</param>
    /// <param name="source">The first tap's channels at the first position.</param>
    /// <param name="tapStep">From tap to tap in the input.</param>
    /// <param name="gradient">The channels' gradient there.</param>
    /// <param name="positions">Where to sum.</param>
    /// <param name="sums">The first tap's sums.</param>
    /// <param name="sumStep">From tap to tap in the sums.</param>
    public static void Run(int taps, float* source, nint tapStep, float* gradient, in PositionRun positions, float* sums, nint sumStep)
    {
        switch (taps)
        {
            case 1:
                Run<One>(source, tapStep, gradient, positions, sums, sumStep);
                break;
            case 2:
                Run<Two>(source, tapStep, gradient, positions, sums, sumStep);
                break;
            case 3:
                Run<Three>(source, tapStep, gradient, positions, sums, sumStep);
                break;
            case 4:
                Run<Four>(source, tapStep, gradient, positions, sums, sumStep);
                break;
            case 5:
                Run<Five>(source, tapStep, gradient, positions, sums, sumStep);
                break;
            case 6:
                Run<Six>(source, tapStep, gradient, positions, sums, sumStep);
                break;
            case 7:
                Run<Seven>(source, tapStep, gradient, positions, sums, sumStep);
                break;
            default:
                Run<Eight>(source, tapStep, gradient, positions, sums, sumStep);
                break;
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TTaps>(float* source, nint tapStep, float* gradient, in PositionRun positions, float* sums, nint sumStep)
        where TTaps : unmanaged
    {
        TVector a0 = TInstructions.Zero, a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0;
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
                    TVector slope = TInstructions.Load(q);
                    a0 = TInstructions.MultiplyAdd(TInstructions.Load(p), slope, a0);
                    a1 = sizeof(TTaps) > 1 ? TInstructions.MultiplyAdd(TInstructions.Load(p + tapStep), slope, a1) : a1;
                    a2 = sizeof(TTaps) > 2 ? TInstructions.MultiplyAdd(TInstructions.Load(p + 2 * tapStep), slope, a2) : a2;
                    a3 = sizeof(TTaps) > 3 ? TInstructions.MultiplyAdd(TInstructions.Load(p + 3 * tapStep), slope, a3) : a3;
                    a4 = sizeof(TTaps) > 4 ? TInstructions.MultiplyAdd(TInstructions.Load(p + 4 * tapStep), slope, a4) : a4;
                    a5 = sizeof(TTaps) > 5 ? TInstructions.MultiplyAdd(TInstructions.Load(p + 5 * tapStep), slope, a5) : a5;
                    a6 = sizeof(TTaps) > 6 ? TInstructions.MultiplyAdd(TInstructions.Load(p + 6 * tapStep), slope, a6) : a6;
                    a7 = sizeof(TTaps) > 7 ? TInstructions.MultiplyAdd(TInstructions.Load(p + 7 * tapStep), slope, a7) : a7;
                    p += step;
                    q += gradientStep;
                }
                while (q != end);
            }
        }

        Add(a0, sums);
        if (sizeof(TTaps) > 1)
        {
            Add(a1, sums + sumStep);
        }

        if (sizeof(TTaps) > 2)
        {
            Add(a2, sums + 2 * sumStep);
        }

        if (sizeof(TTaps) > 3)
        {
            Add(a3, sums + 3 * sumStep);
        }

        if (sizeof(TTaps) > 4)
        {
            Add(a4, sums + 4 * sumStep);
        }

        if (sizeof(TTaps) > 5)
        {
            Add(a5, sums + 5 * sumStep);
        }

        if (sizeof(TTaps) > 6)
        {
            Add(a6, sums + 6 * sumStep);
        }

        if (sizeof(TTaps) > 7)
        {
            Add(a7, sums + 7 * sumStep);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(TVector sum, float* target) =>
        TInstructions.Store(TInstructions.Add(TInstructions.Load(target), sum), target);
}
