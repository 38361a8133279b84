using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The loops around the tile that all convolutions share: region by region of places whose taps are the same.</summary>
internal static unsafe class ConvolutionTiles<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    /// <summary>Rows of a tile under one vector: that many sums keep every processor busy.</summary>
    private const int TallestTile = 8;

    /// <summary>One or two vectors of outputs, over all places of all images.</summary>
    /// <param name="images">Images.</param>
    /// <param name="input">The first channel that the weights multiply, of the first line.</param>
    /// <param name="stride">From line to line.</param>
    /// <param name="channels">Channels that the weights multiply.</param>
    /// <param name="weights">The first vectors of weights.</param>
    /// <param name="width">From one channel's weights to the next's.</param>
    /// <param name="window">The convolution's.</param>
    /// <param name="isBackward">The weights are turned, and the places are the convolution's input positions.</param>
    /// <param name="target">Where the sums go.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TColumns, TTarget>(
        int images, float* input, nint stride, nint channels, float* weights, nint width, Window window, bool isBackward, TTarget target)
        where TColumns : unmanaged
        where TTarget : struct, ILineTarget<TTarget>
    {
        nint most = sizeof(TColumns) > 1 ? TInstructions.TileRows : TallestTile;
        foreach (WindowRegion region in new WindowRegions(window, isBackward))
        {
            RegionLayout layout = new(region, window, isBackward, isTurned: true, stride, channels * width);
            TapRuns taps = layout.Taps;
            nint depth = channels;
            if (taps.Rows == 0 || taps.Columns == 0)
            {
                // Nothing but padding, which the epilogue still follows.
                taps = taps with { Rows = 1, Columns = 1 };
                depth = 0;
            }
            else if (taps.ColumnStep == channels && taps.ColumnWeights == channels * width)
            {
                // Lines without padding between them: the taps of a row are one run.
                depth = taps.Columns * channels;
                taps = taps with { Columns = 1 };
            }

            // Tiles are best filled along a row or a column of the image; a corner's, by the same place of several images.
            var (along, other) = (layout.Along, layout.Other);
            (nint Count, nint Step, nint Lines) outer = (images, layout.Image.Step, layout.Image.Lines), single = (1, 0, 0);
            if (Follows(along, other))
            {
                (along, other) = (other, along);
            }

            if (Follows(other, along))
            {
                // Nothing between the rows, as under a single tap: all of the image's places, and all images', are one run.
                along.Count *= other.Count;
                other = single;
                if (Follows(outer, along))
                {
                    along.Count *= outer.Count;
                    outer = single;
                }
            }

            if (Height(along.Count, most) * 2 < most && Height(outer.Count, most) > Height(along.Count, most))
            {
                (along, outer) = (outer, along);
            }

            taps = taps with { Strips = other.Count, StripStep = other.Step, StripLines = other.Lines };
            for (nint i = 0; i < outer.Count; i++)
            {
                Tile<TInstructions, TVector>.Column<TColumns, TapRuns, TTarget>(
                    along.Count,
                    most,
                    input + layout.Source + i * outer.Step,
                    along.Step,
                    1,
                    weights + layout.FirstWeight,
                    width,
                    depth,
                    taps,
                    target.At(layout.Line + i * outer.Lines, along.Lines));
            }
        }
    }

    /// <summary>Whether each of one way's places begins where the other way has ended.</summary>
    private static bool Follows((nint Count, nint Step, nint Lines) outer, (nint Count, nint Step, nint Lines) inner) =>
        outer.Step == inner.Count * inner.Step && outer.Lines == inner.Count * inner.Lines;

    /// <summary>Rows of each tile, where none has more than <paramref name="most"/>.</summary>
    private static nint Height(nint rows, nint most) => rows / ((rows + most - 1) / most);
}
