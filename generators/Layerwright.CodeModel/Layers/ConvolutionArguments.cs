using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary>What the arguments of convolutions say of their window; over a sequence it is one position high.</summary>
internal static class ConvolutionArguments
{
    /// <summary>No layer is near these: they only keep sums and products of what was written from wrapping.</summary>
    private const int MostPadding = 1 << 28, MostTaps = int.MaxValue;

    private const string KernelName = "kernel", Stride = "Stride", Pad = "Pad", Dilation = "Dilation", PaddingName = "Padding", Causal = "Causal";

    public static void Check(LayerArguments arguments, LayerIssues issues)
    {
        AxisArguments.Check(arguments, issues, KernelName, 1);
        AxisArguments.Check(arguments, issues, Stride, 1);
        AxisArguments.Check(arguments, issues, Pad, 0);
        issues.RequireAtLeast(Dilation, arguments.Int(Dilation, 1), 1);

        var padding = (Padding)arguments.Int(PaddingName, 0);
        issues.RequireMember(PaddingName, padding);
        bool isCausal = arguments.Bool(Causal, false), isSame = padding == Padding.Same;
        issues.Require(!isCausal || !isSame, PaddingName, padding, "Padding.Valid where Causal is true", Padding.Valid);
        foreach (string pad in new[] { Pad, Pad + "Height", Pad + "Width" })
        {
            int written = arguments.Int(pad, 0);
            issues.RequireZero(written <= 0 || (!isCausal && !isSame), pad, written, $"where {(isCausal ? "Causal is true" : "Padding is Same")}");
        }
    }

    /// <summary>The output's height and width, as they would be behind the fixes of what is wrong, 0 where these leave it open; null for an input of a wrong rank.</summary>
    public static (int Height, int Width)? Places(LayerArguments arguments, Shape input, LayerIssues issues, bool takesImages = true)
    {
        if (input.IsUnknown || !(takesImages ? issues.RequireImage(input) : issues.RequireSequence(input)))
        {
            return null;
        }

        var (vertical, horizontal) = Axes(arguments, input, takesImages);
        bool canPadSame = arguments.Int(PaddingName, 0) != (int)Padding.Same && !arguments.Bool(Causal, false);
        var places = issues.RequireFits(input, KernelName, canPadSame, takesImages ? [vertical, horizontal] : [horizontal]);
        return LeavesOpen(arguments) ? (0, 0) : (places[0], places[places.Count - 1]);
    }

    /// <summary>How the kernel of a layer without issues slides.</summary>
    public static WindowGeometry Window(LayerArguments arguments, Shape input)
    {
        var (vertical, horizontal) = Axes(arguments, input, input.IsImage);
        return new WindowGeometry(
            (vertical.Window.Input, horizontal.Window.Input),
            (vertical.Window.Size, horizontal.Window.Size),
            (vertical.Places, horizontal.Places))
        {
            Stride = (vertical.Stride, horizontal.Stride),
            Pad = (vertical.Before, horizontal.Before),
            Dilation = (vertical.Window.Dilation, horizontal.Window.Dilation),
        };
    }

    /// <summary>Sizes of the kernel: height and width, or steps.</summary>
    public static EquatableArray<int> Kernel(LayerArguments arguments, bool takesImages = true)
    {
        var (height, width) = AxisArguments.Sizes(arguments, KernelName, (1, 1), 1);
        return takesImages ? EquatableArray.Of(height, width) : EquatableArray.Of(width);
    }

    /// <summary>Weights for each pair of channel and filter, which may be more than an int counts; no more than any network may have.</summary>
    public static long Taps(LayerArguments arguments, bool takesImages = true) =>
        (long)Math.Min(MostTaps, Kernel(arguments, takesImages).Aggregate(1.0, (product, size) => product * size));

    /// <summary>How the kernel slides: down and across an image; across a sequence, which is one position high.</summary>
    public static (SlidingAxis Vertical, SlidingAxis Horizontal) Axes(LayerArguments arguments, Shape input, bool takesImages = true)
    {
        var kernel = AxisArguments.Sizes(arguments, KernelName, (1, 1), 1);
        var stride = AxisArguments.Sizes(arguments, Stride, (1, 1), 1);
        var pad = AxisArguments.Sizes(arguments, Pad, (0, 0), 0);
        int dilation = Math.Max(1, arguments.Int(Dilation, 1));
        var (before, after) = Padded(arguments, kernel.Width, pad.Width, dilation);
        var horizontal = new SlidingAxis(
            new(AxisArguments.WidthName(arguments, KernelName), input.Width, before + after, kernel.Width, dilation),
            AxisArguments.WidthName(arguments, Stride),
            stride.Width,
            AxisArguments.WidthName(arguments, Pad),
            before);
        if (!takesImages)
        {
            return (new SlidingAxis(new(KernelName, 1, 0, 1), Stride, 1, Pad, 0), horizontal);
        }

        (before, after) = Padded(arguments, kernel.Height, pad.Height, dilation);
        return (
            new SlidingAxis(
                new(AxisArguments.HeightName(arguments, KernelName), input.Height, before + after, kernel.Height, dilation),
                AxisArguments.HeightName(arguments, Stride),
                stride.Height,
                AxisArguments.HeightName(arguments, Pad),
                before),
            horizontal);
    }

    // A kernel of 1 is what reads most; with padding, no more than a stride or the padding itself, does it say what was meant.
    private static bool LeavesOpen(LayerArguments arguments)
    {
        var (height, width) = AxisArguments.Sizes(arguments, Pad, (0, 0), 0);
        bool hasKernel = AxisArguments.AreAtLeast(arguments, KernelName, 1) && arguments.Int(Dilation, 1) >= 1;
        return !AxisArguments.AreAtLeast(arguments, Stride, 1) || !AxisArguments.AreAtLeast(arguments, Pad, 0) || (!hasKernel && height + (long)width > 0);
    }

    // Of what keeps the size the odd one stands at the end; causal padding stands at the start alone.
    private static (int Before, int After) Padded(LayerArguments arguments, int kernel, int pad, int dilation)
    {
        int reach = (int)Math.Min(MostPadding, (kernel - 1L) * dilation);
        pad = Math.Min(MostPadding, pad);
        return arguments.Bool(Causal, false) ? (reach, 0)
            : arguments.Int(PaddingName, 0) == (int)Padding.Same ? (reach / 2, reach - reach / 2)
            : (pad, pad);
    }
}
