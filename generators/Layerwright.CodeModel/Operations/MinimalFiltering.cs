namespace Layerwright.CodeModel.Operations;

/// <summary>
/// Convolutions of three by three taps by Winograd's minimal filtering: where it wins, and over which tiles. Decided from
/// literals of the network alone, so that results do not depend on the machine.
/// </summary>
internal static class MinimalFiltering
{
    /// <summary>Fewer do not fill the widest vector.</summary>
    private const int FewestChannels = 16;

    /// <summary>Larger tiles round more, so they must be worth it: less than this share of what smaller ones take.</summary>
    private const double WorthRounding = 0.9;

    // Costs fit what was measured with the widest vectors, whose products are the quickest: 16 to 64 channels on images of 7 × 7 to 28 × 28; beyond they
    // are extrapolated.
    // Transformed weights are 16/9 and 4 times as large; the latter should stay in the third-level cache.
    private static readonly MinimalFilter s_two =
        new(2, "Winograd", CopyForm.Winograd, CopyForm.TurnedWinograd) { InputCost = 72, OutputCost = 64, MostWeights = 1 << 24 };

    private static readonly MinimalFilter s_four =
        new(4, "Winograd4", CopyForm.Winograd4, CopyForm.TurnedWinograd4) { InputCost = 200, OutputCost = 200, MostWeights = 1 << 16 };

    /// <summary>All, smaller tiles first.</summary>
    public static IReadOnlyList<MinimalFilter> All { get; } = [s_two, s_four];

    /// <summary>What takes less time than summing directly, which skips taps beyond the border; null where nothing does.</summary>
    public static MinimalFilter? For(WindowGeometry window, int channels, int filters)
    {
        if (window is not { Kernel: (3, 3), Stride: (1, 1), Dilation: (1, 1) } || Math.Min(channels, filters) < FewestChannels)
        {
            return null;
        }

        double products = (double)channels * filters;
        double taps = TapsInside(window.Input.Height, window.Output.Height, window.Pad.Height)
            * TapsInside(window.Input.Width, window.Output.Width, window.Pad.Width);
        double Cost(MinimalFilter filter) =>
            products <= filter.MostWeights ? filter.Cost(window, channels, filters) : double.PositiveInfinity;
        double small = Math.Min(Cost(s_two), taps * products);
        return Cost(s_four) < WorthRounding * small ? s_four : Cost(s_two) < taps * products ? s_two : null;
    }

    /// <summary>The window of the adjoint: from gradients of the outputs, with turned weights, to those of the inputs.</summary>
    public static WindowGeometry Turned(WindowGeometry window) => window with
    {
        Input = window.Output,
        Output = window.Input,
        Pad = (window.Kernel.Height - 1 - window.Pad.Height, window.Kernel.Width - 1 - window.Pad.Width),
    };

    // Along one axis: over all outputs, the taps that lie on the image.
    private static double TapsInside(int input, int output, int pad)
    {
        double count = 0;
        for (int tap = 0; tap < 3; tap++)
        {
            count += Math.Max(0, Math.Min(output, input + pad - tap) - Math.Max(0, pad - tap));
        }

        return count;
    }
}
