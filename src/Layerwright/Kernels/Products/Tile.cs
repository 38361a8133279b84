using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// The one register tile that all products run on: sums over depth of (a number of each row) · (one or two vectors of weights).
/// In a product, rows are rows of the batch and depth runs over inputs; in a weight gradient, rows are inputs and depth runs
/// over the batch; in a convolution, rows are positions of images and depth runs over the taps inside the image.
/// </summary>
internal static unsafe class Tile<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    /// <summary>Steps of a multiple of this many floats reach a sixteenth of the first-level cache's sets, or fewer.</summary>
    private const int AliasingFloats = 256;

    /// <summary>Steps of depth from a line's being asked for to its use: longer than the second-level cache takes.</summary>
    private const int StepsAhead = 4;

    /// <summary>All rows, whose depth is one run.</summary>
    /// <param name="rows">Rows.</param>
    /// <param name="source">The first number of the first row.</param>
    /// <param name="rowStep">From row to row.</param>
    /// <param name="depthStep">From one number of a row to the next.</param>
    /// <param name="weights">The first vectors of weights.</param>
    /// <param name="weightStep">From one depth's weights to the next's.</param>
    /// <param name="depth">Numbers in a row.</param>
    /// <param name="target">Where the sums go.</param>
    public static void Column<TColumns, TTarget>(
        nint rows, float* source, nint rowStep, nint depthStep, float* weights, nint weightStep, nint depth, TTarget target)
        where TColumns : unmanaged
        where TTarget : struct, ITileTarget<TTarget> =>
        Column<TColumns, OneRun, TTarget>(rows, TInstructions.TileRows, source, rowStep, depthStep, weights, weightStep, depth, default, target);

    /// <summary>
    /// All rows under one or two vectors of columns, in tiles of nearly equal height: nine rows are 5 + 4, not 8 + 1, and
    /// at most two neighbouring heights are ever compiled for one number of rows.
    /// </summary>
    /// <param name="rows">Rows.</param>
    /// <param name="most">Rows of the highest tile.</param>
    /// <param name="source">The first number of the first row.</param>
    /// <param name="rowStep">From row to row.</param>
    /// <param name="depthStep">From one number of a run to the next.</param>
    /// <param name="weights">The first vectors of weights.</param>
    /// <param name="weightStep">From one depth's weights to the next's.</param>
    /// <param name="depth">Numbers in a run.</param>
    /// <param name="runs">The runs that depth is made of.</param>
    /// <param name="target">Where the sums go.</param>
    public static void Column<TColumns, TRuns, TTarget>(
        nint rows, nint most, float* source, nint rowStep, nint depthStep, float* weights, nint weightStep, nint depth, TRuns runs, TTarget target)
        where TColumns : unmanaged
        where TRuns : unmanaged, IRuns
        where TTarget : struct, ITileTarget<TTarget>
    {
        nint tiles = (rows + most - 1) / most, height = rows / tiles, higher = rows - tiles * height;
        if (higher > 0)
        {
            Tiles<TColumns, TRuns, TTarget>(higher, height + 1, source, rowStep, depthStep, weights, weightStep, depth, runs, target);
            rows = higher * (height + 1);
            source += rows * rowStep;
            target = target.Down(rows);
        }

        Tiles<TColumns, TRuns, TTarget>(tiles - higher, height, source, rowStep, depthStep, weights, weightStep, depth, runs, target);
    }

    private static void Tiles<TColumns, TRuns, TTarget>(
        nint tiles, nint height, float* source, nint rowStep, nint depthStep, float* weights, nint weightStep, nint depth, TRuns runs, TTarget target)
        where TColumns : unmanaged
        where TRuns : unmanaged, IRuns
        where TTarget : struct, ITileTarget<TTarget>
    {
        switch (height)
        {
            case 1:
                Run<One, TColumns, TRuns, TTarget>(tiles, source, rowStep, depthStep, weights, weightStep, depth, runs, target);
                break;
            case 2:
                Run<Two, TColumns, TRuns, TTarget>(tiles, source, rowStep, depthStep, weights, weightStep, depth, runs, target);
                break;
            case 3:
                Run<Three, TColumns, TRuns, TTarget>(tiles, source, rowStep, depthStep, weights, weightStep, depth, runs, target);
                break;
            case 4:
                Run<Four, TColumns, TRuns, TTarget>(tiles, source, rowStep, depthStep, weights, weightStep, depth, runs, target);
                break;
            case 5:
                Run<Five, TColumns, TRuns, TTarget>(tiles, source, rowStep, depthStep, weights, weightStep, depth, runs, target);
                break;
            case 6:
                Run<Six, TColumns, TRuns, TTarget>(tiles, source, rowStep, depthStep, weights, weightStep, depth, runs, target);
                break;
            case 7:
                Run<Seven, TColumns, TRuns, TTarget>(tiles, source, rowStep, depthStep, weights, weightStep, depth, runs, target);
                break;
            default:
                Run<Eight, TColumns, TRuns, TTarget>(tiles, source, rowStep, depthStep, weights, weightStep, depth, runs, target);
                break;
        }
    }

    /// <summary>Tiles of sizeof(TRows) rows by sizeof(TColumns) vectors, one below the other, over all of depth.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TRows, TColumns, TRuns, TTarget>(
        nint tiles, float* source, nint rowStep, nint depthStep, float* weights, nint weightStep, nint depth, TRuns runs, TTarget target)
        where TRows : unmanaged
        where TColumns : unmanaged
        where TRuns : unmanaged, IRuns
        where TTarget : struct, ITileTarget<TTarget>
    {
        nint strips = runs.Strips;
        float* strip = source;
        TTarget stripTarget = target;
        do
        {
            for (nint left = tiles; left > 0; left--)
            {
                target.Prepare(sizeof(TRows), sizeof(TColumns) * TInstructions.Count);

                // Sums are locals, never an array: they must stay in registers. Pointers of absent rows are never read.
                TVector a0 = TInstructions.Zero, a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0;
                TVector b0 = a0, b1 = a0, b2 = a0, b3 = a0, b4 = a0, b5 = a0, b6 = a0, b7 = a0;
                float* x1 = source + rowStep, x2 = x1 + rowStep, x3 = x2 + rowStep, x4 = x3 + rowStep;
                float* x5 = x4 + rowStep, x6 = x5 + rowStep, x7 = x6 + rowStep;
                nint length = depth * depthStep;

                // Where each number of a row lies in another line, no hardware foresees the lines a few steps on. Lines that fall on few sets of
                // the cache would only evict each other: there the weights at hand are asked for, which changes nothing.
                // With vectors as wide as a line asking costs more than it brings (measured).
                bool isAliasing = depthStep % AliasingFloats == 0;
                float* ahead = isAliasing ? weights : source + StepsAhead * depthStep;
                nint aheadStep = isAliasing ? weightStep : depthStep;
                nint first = 0, firstOfRow = 0, runsLeft = runs.Columns, rowsLeft = runs.Rows;
                float* w = weights, rowWeights = weights, runWeights = weights;
                do
                {
                    nint end = first + length;
                    for (nint k = first; k != end; k += depthStep, w += weightStep)
                    {
                        if (TTarget.IsDepthAcrossLines && TInstructions.Count < CacheLine.Floats)
                        {
                            CacheLine.Prefetch(ahead);
                            ahead += aheadStep;
                        }

                        TVector wa = TInstructions.Load(w);
                        TVector wb = sizeof(TColumns) > 1 ? TInstructions.Load(w + TInstructions.Count) : wa;
                        {
                            TVector x = TInstructions.Broadcast(source[k]);
                            a0 = TInstructions.MultiplyAdd(x, wa, a0);
                            b0 = sizeof(TColumns) > 1 ? TInstructions.MultiplyAdd(x, wb, b0) : b0;
                        }

                        if (sizeof(TRows) > 1)
                        {
                            TVector x = Broadcast<TTarget>(source, x1, k, 1);
                            a1 = TInstructions.MultiplyAdd(x, wa, a1);
                            b1 = sizeof(TColumns) > 1 ? TInstructions.MultiplyAdd(x, wb, b1) : b1;
                        }

                        if (sizeof(TRows) > 2)
                        {
                            TVector x = Broadcast<TTarget>(source, x2, k, 2);
                            a2 = TInstructions.MultiplyAdd(x, wa, a2);
                            b2 = sizeof(TColumns) > 1 ? TInstructions.MultiplyAdd(x, wb, b2) : b2;
                        }

                        if (sizeof(TRows) > 3)
                        {
                            TVector x = Broadcast<TTarget>(source, x3, k, 3);
                            a3 = TInstructions.MultiplyAdd(x, wa, a3);
                            b3 = sizeof(TColumns) > 1 ? TInstructions.MultiplyAdd(x, wb, b3) : b3;
                        }

                        if (sizeof(TRows) > 4)
                        {
                            TVector x = Broadcast<TTarget>(source, x4, k, 4);
                            a4 = TInstructions.MultiplyAdd(x, wa, a4);
                            b4 = sizeof(TColumns) > 1 ? TInstructions.MultiplyAdd(x, wb, b4) : b4;
                        }

                        if (sizeof(TRows) > 5)
                        {
                            TVector x = Broadcast<TTarget>(source, x5, k, 5);
                            a5 = TInstructions.MultiplyAdd(x, wa, a5);
                            b5 = sizeof(TColumns) > 1 ? TInstructions.MultiplyAdd(x, wb, b5) : b5;
                        }

                        if (sizeof(TRows) > 6)
                        {
                            TVector x = Broadcast<TTarget>(source, x6, k, 6);
                            a6 = TInstructions.MultiplyAdd(x, wa, a6);
                            b6 = sizeof(TColumns) > 1 ? TInstructions.MultiplyAdd(x, wb, b6) : b6;
                        }

                        if (sizeof(TRows) > 7)
                        {
                            TVector x = Broadcast<TTarget>(source, x7, k, 7);
                            a7 = TInstructions.MultiplyAdd(x, wa, a7);
                            b7 = sizeof(TColumns) > 1 ? TInstructions.MultiplyAdd(x, wb, b7) : b7;
                        }
                    }

                    if (sizeof(TRuns) > 1)
                    {
                        first += runs.ColumnStep;
                        w = runWeights += runs.ColumnWeights;
                        if (--runsLeft == 0)
                        {
                            runsLeft = runs.Columns;
                            first = firstOfRow += runs.RowStep;
                            w = runWeights = rowWeights += runs.RowWeights;
                            rowsLeft--;
                        }
                    }
                }
                while (sizeof(TRuns) > 1 && rowsLeft != 0);

                Finish<TColumns, TTarget>(a0, b0, 0, target);
                if (sizeof(TRows) > 1)
                {
                    Finish<TColumns, TTarget>(a1, b1, 1, target);
                }

                if (sizeof(TRows) > 2)
                {
                    Finish<TColumns, TTarget>(a2, b2, 2, target);
                }

                if (sizeof(TRows) > 3)
                {
                    Finish<TColumns, TTarget>(a3, b3, 3, target);
                }

                if (sizeof(TRows) > 4)
                {
                    Finish<TColumns, TTarget>(a4, b4, 4, target);
                }

                if (sizeof(TRows) > 5)
                {
                    Finish<TColumns, TTarget>(a5, b5, 5, target);
                }

                if (sizeof(TRows) > 6)
                {
                    Finish<TColumns, TTarget>(a6, b6, 6, target);
                }

                if (sizeof(TRows) > 7)
                {
                    Finish<TColumns, TTarget>(a7, b7, 7, target);
                }

                source += sizeof(TRows) * rowStep;
                target = target.Down(sizeof(TRows));
            }

            if (sizeof(TRuns) > 1)
            {
                source = strip += runs.StripStep;
                weights += runs.StripWeights;
                target = stripTarget = stripTarget.Lines(runs.StripLines);
            }
        }
        while (sizeof(TRuns) > 1 && --strips != 0);
    }

    /// <summary>
    /// A number of a row of the tile. Where depth runs across lines the rows lie side by side: one pointer serves all, and none of
    /// the loop's others goes to memory.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Broadcast<TTarget>(float* source, float* rowSource, nint k, nint row)
        where TTarget : struct, ITileTarget<TTarget> =>
        TInstructions.Broadcast(TTarget.IsDepthAcrossLines ? source[k + row] : rowSource[k]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish<TColumns, TTarget>(TVector a, TVector b, nint row, TTarget target)
        where TColumns : unmanaged
        where TTarget : struct, ITileTarget<TTarget>
    {
        target.Take<TInstructions, TVector>(a, row, 0);
        if (sizeof(TColumns) > 1)
        {
            target.Take<TInstructions, TVector>(b, row, TInstructions.Count);
        }
    }
}
