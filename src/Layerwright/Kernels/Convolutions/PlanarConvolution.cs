using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Layerwright.Kernels;

/// <summary>
/// A convolution from few channels to few filters. Vectors over filters would be padding for the most part and end after few taps;
/// here they run along the rows of the image, and the filters are the rows of the tile.
/// </summary>
/// <remarks>
/// The image's padding is multiplied as the zeros that it is, by every tap: an infinite or NaN weight makes every place NaN from where it
/// reaches over the border, as in PyTorch's products of unfolded images. Kernels that leave such taps out give what the others sum to.
/// </remarks>
internal static unsafe class PlanarConvolution<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    /// <summary>Filters that are turned into lines at once.</summary>
    private const int MostFilters = 8;

    /// <summary>Planes are made element by element where there are several channels; with few sums a place that would not pay.</summary>
    private const int MostChannels = 4, FewestInputs = 16;

    /// <summary>Which halves of two vectors a permutation puts together.</summary>
    private const byte FirstHalves = 0x20, SecondHalves = 0x31;

    /// <summary>Floats of sums, and of an image's rows: together they leave room in the first-level cache.</summary>
    private const int SumFloats = 4096, PlaneFloats = 8192;

    /// <summary>Whether it is quicker here, for so many filters.</summary>
    public static bool Suits(nint filters, nint inputs, Window window)
    {
        int channels = (int)inputs / window.Taps;
        ImagePlanes planes = new(window, channels);
        return sizeof(TVector) >= sizeof(Vector256<float>)
            && Avx.IsSupported
            && filters <= MostFilters
            && channels <= MostChannels
            && inputs >= FewestInputs
            && window.Stride == (1, 1)
            && window.Output.Width >= TInstructions.Count
            && planes.Pitch * MostFilters <= SumFloats
            && planes.Length(RowsAtOnce(planes)) * channels <= PlaneFloats;
    }

    /// <summary>Up to eight filters over all places of all images.</summary>
    /// <param name="images">Images.</param>
    /// <param name="input">The first channel of the first line.</param>
    /// <param name="stride">From line to line.</param>
    /// <param name="weights">The filters' packed weights.</param>
    /// <param name="width">From one input's weights to the next's.</param>
    /// <param name="filters">Filters.</param>
    /// <param name="inputs">Taps · channels.</param>
    /// <param name="window">The convolution's.</param>
    /// <param name="target">Where the sums go: whole vectors, 0 behind the filters.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TTarget>(
        int images, float* input, nint stride, float* weights, nint width, nint filters, nint inputs, Window window, TTarget target)
        where TTarget : struct, ILineTarget<TTarget>
    {
        const int Slack = 64;
        int channels = (int)inputs / window.Taps, height = window.Output.Height;
        float* planes = stackalloc float[PlaneFloats + Slack], sums = stackalloc float[SumFloats + MostFilters * Slack];
        ImagePlanes layout = new(window, channels);
        int atOnce = Math.Min(height, RowsAtOnce(layout)), bands = (height + atOnce - 1) / atOnce;
        nint plane = atOnce * layout.Pitch + Slack;
        new Span<float>(sums + filters * plane, (int)((MostFilters - filters) * plane)).Clear();
        for (int image = 0; image < images; image++)
        {
            for (int row = 0, band = bands; row < height; band--)
            {
                int rows = (height - row) / band;
                layout.Fill(input, stride, row, rows, planes);
                nint length = layout.Length(rows), places = (rows - 1) * layout.Pitch + window.Output.Width, panel = 2 * TInstructions.Count;
                TapRuns taps = new()
                {
                    Columns = channels,
                    ColumnStep = width,
                    ColumnWeights = length,
                    Rows = window.Kernel.Height,
                    RowStep = window.Kernel.Width * channels * width,
                    RowWeights = window.Dilation.Height * layout.Pitch,
                    Strips = (places + panel - 1) / panel,
                    StripWeights = panel,
                    StripLines = panel,
                };
                Tile<TInstructions, TVector>.Column<Two, TapRuns, PlaneTarget>(
                    filters,
                    TInstructions.TileRows,
                    weights,
                    1,
                    channels * width,
                    planes,
                    window.Dilation.Width,
                    window.Kernel.Width,
                    taps,
                    new PlaneTarget(sums, plane));
                for (int y = 0; y < rows; y++, row++)
                {
                    Lines(sums + y * layout.Pitch, plane, window.Output.Width, target.At((image * height + row) * window.Output.Width, 1));
                }
            }

            input += window.InputPositions * stride;
        }
    }

    /// <summary>Rows of the output that are summed together.</summary>
    private static int RowsAtOnce(ImagePlanes planes) => Math.Max(1, SumFloats / (MostFilters * planes.Pitch));

    /// <summary>Sums that lie filter by filter, to lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Lines<TTarget>(float* sums, nint plane, nint places, TTarget target)
        where TTarget : struct, ILineTarget<TTarget>
    {
        for (nint left = places; left > 0; left -= 8, sums += 8, target = target.Down(8))
        {
            Vector256<float> r0 = Vector256.Load(sums), r1 = Vector256.Load(sums + plane);
            Vector256<float> r2 = Vector256.Load(sums + 2 * plane), r3 = Vector256.Load(sums + 3 * plane);
            Vector256<float> r4 = Vector256.Load(sums + 4 * plane), r5 = Vector256.Load(sums + 5 * plane);
            Vector256<float> r6 = Vector256.Load(sums + 6 * plane), r7 = Vector256.Load(sums + 7 * plane);

            Vector256<float> low02 = Avx.UnpackLow(r0, r2), high02 = Avx.UnpackHigh(r0, r2), low13 = Avx.UnpackLow(r1, r3), high13 = Avx.UnpackHigh(r1, r3);
            Vector256<float> low46 = Avx.UnpackLow(r4, r6), high46 = Avx.UnpackHigh(r4, r6), low57 = Avx.UnpackLow(r5, r7), high57 = Avx.UnpackHigh(r5, r7);

            // Numbers 0…3 of four filters, and behind them 4…7.
            r0 = Avx.UnpackLow(low02, low13);
            r1 = Avx.UnpackHigh(low02, low13);
            r2 = Avx.UnpackLow(high02, high13);
            r3 = Avx.UnpackHigh(high02, high13);
            r4 = Avx.UnpackLow(low46, low57);
            r5 = Avx.UnpackHigh(low46, low57);
            r6 = Avx.UnpackLow(high46, high57);
            r7 = Avx.UnpackHigh(high46, high57);

            Take(Avx.Permute2x128(r0, r4, FirstHalves), 0, left, target);
            Take(Avx.Permute2x128(r1, r5, FirstHalves), 1, left, target);
            Take(Avx.Permute2x128(r2, r6, FirstHalves), 2, left, target);
            Take(Avx.Permute2x128(r3, r7, FirstHalves), 3, left, target);
            Take(Avx.Permute2x128(r0, r4, SecondHalves), 4, left, target);
            Take(Avx.Permute2x128(r1, r5, SecondHalves), 5, left, target);
            Take(Avx.Permute2x128(r2, r6, SecondHalves), 6, left, target);
            Take(Avx.Permute2x128(r3, r7, SecondHalves), 7, left, target);
        }
    }

    /// <summary>The filters' sums of one place, where it is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Take<TTarget>(Vector256<float> sums, nint place, nint places, TTarget target)
        where TTarget : struct, ILineTarget<TTarget>
    {
        if (place < places)
        {
            target.Take<TInstructions, TVector>(
                sizeof(TVector) == sizeof(Vector512<float>)
                    ? Unsafe.BitCast<Vector512<float>, TVector>(sums.ToVector512())
                    : Unsafe.BitCast<Vector256<float>, TVector>(sums),
                place,
                0);
        }
    }
}
