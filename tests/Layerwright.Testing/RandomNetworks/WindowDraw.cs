using Layerwright.Testing.Interpretation;

namespace Layerwright.Testing.RandomNetworks;

/// <summary>Draws layers with windows, every option of theirs, such that the window fits.</summary>
internal sealed class WindowDraw(RandomConvolutionalNetwork draw)
{
    private const int MostProducts = 30_000;

    public LayerSpec DrawConv2D(ref SpecShape shape)
    {
        var window = draw.Chance(0.35) ? new WindowSpec(3) : DrawWindow();
        window = draw.Chance(0.35) && window is { Height: 3, Width: 3 }
            ? draw.Chance(0.5) ? window with { Same = true } : window.Pad(1)
            : WithOptions(window);
        var input = shape;
        window = Fit(window, input);
        int groups = draw.Chance(0.2) ? draw.Pick([.. Enumerable.Range(1, input.Channels).Where(groups => input.Channels % groups == 0)]) : 1;
        shape = After(input, window);
        int most = Math.Max(1, MostProducts / (shape.Positions * window.Height * window.Width * (input.Channels / groups)));
        int filters = Math.Min(draw.Channels(shape.Positions), most);
        filters = Math.Max(groups, filters / groups * groups);
        shape = shape.WithChannels(filters);
        return draw.WithArguments(new Conv2DSpec(filters, window) { Groups = groups });
    }

    /// <summary>
    /// Two convolutions, the second wide enough for Winograd, on an image of even size: that of its smaller tiles. Six by six outputs waste
    /// most of the larger ones, so there the smaller are the plan's choice.
    /// </summary>
    public LayerSpec DrawFiltered(ref SpecShape shape)
    {
        int middle = draw.Pick(16, 17, 19), filters = draw.Pick(16, 17);
        var evening = new WindowSpec(3 - (shape.Height % 2), 3 - (shape.Width % 2));
        evening = middle == 16 && IsNearSix(shape.Height) && IsNearSix(shape.Width)
            ? evening.Pad(PadToSix(shape.Height), PadToSix(shape.Width))
            : evening.Pad(1);
        shape = After(shape, evening).WithChannels(filters);
        return new UseSpec(draw.NewBlock(
            draw.WithArguments(new Conv2DSpec(middle, evening)),
            draw.DrawActivation(),
            draw.WithArguments(new Conv2DSpec(filters, new WindowSpec(3) with { Same = true }))));
    }

    private static bool IsNearSix(int size) => size is >= 4 and <= 8;

    // Over a window of 3 for an even size and of 2 for an odd one.
    private static int PadToSix(int size) => (8 - (size % 2) - size) / 2;

    public LayerSpec DrawDepthwise(ref SpecShape shape)
    {
        var window = Fit(WithOptions(DrawWindow()), shape);
        shape = After(shape, window);
        int multiplier = shape.Length > 300 ? 1 : draw.Pick(1, 1, 2, 3);
        shape = shape.WithChannels(shape.Channels * multiplier);
        return draw.WithArguments(new DepthwiseConv2DSpec(window, multiplier));
    }

    public LayerSpec DrawTranspose(ref SpecShape shape)
    {
        var window = DrawWindow();
        bool isLarge = shape.Positions > 30;
        int strideHeight = isLarge ? 1 : draw.Pick(1, 2, 2, 3, 3), strideWidth = draw.Chance(0.8) ? strideHeight : isLarge ? 1 : draw.Pick(1, 2, 3);
        int padHeight = draw.Next(0, Math.Min(window.Height, 3)), padWidth = draw.Chance(0.8) ? Math.Min(padHeight, window.Width - 1) : 0;
        int height = Size(shape.Height, window.Height, strideHeight, padHeight), width = Size(shape.Width, window.Width, strideWidth, padWidth);
        if (height < 1 || width < 1)
        {
            (padHeight, padWidth) = (0, 0);
            (height, width) = (Size(shape.Height, window.Height, strideHeight, 0), Size(shape.Width, window.Width, strideWidth, 0));
        }

        // Less than the stride: what a stride would leave over.
        int extraHeight = draw.Next(0, strideHeight), extraWidth = draw.Next(0, strideWidth);
        (height, width) = (height + extraHeight, width + extraWidth);
        int most = Math.Max(1, MostProducts / (shape.Positions * window.Height * window.Width * shape.Channels));
        int filters = Math.Min(draw.Channels(height * width), most);
        shape = SpecShape.Image(height, width, filters);
        return draw.WithArguments(new ConvTranspose2DSpec(filters, window.Stride(strideHeight, strideWidth).Pad(padHeight, padWidth))
        {
            OutputPaddingHeight = extraHeight,
            OutputPaddingWidth = extraWidth,
        });
    }

    public LayerSpec DrawConv1D(ref SpecShape shape)
    {
        var window = WithOptions(new WindowSpec(1, draw.Pick(1, 2, 3, 3, 5)));
        window = Fit(OneRow(draw.Chance(0.35) ? window.Pad(0) with { Same = false, Causal = true } : window), shape);
        int input = shape.Channels, groups = draw.Chance(0.2) ? draw.Pick([.. Enumerable.Range(1, input).Where(groups => input % groups == 0)]) : 1;
        shape = After(shape, window);
        int filters = Math.Max(groups, draw.Channels(shape.Positions) / groups * groups);
        shape = shape.WithChannels(filters);
        return draw.WithArguments(new Conv1DSpec(filters, window) { Groups = groups });
    }

    public LayerSpec DrawPool(ref SpecShape shape)
    {
        bool is1D = shape.Rank == 2;
        if (shape.Rank == 1)
        {
            return draw.DrawAnywhere(shape);
        }

        int size = draw.Pick(2, 2, 2, 3, 3);
        var window = is1D ? new WindowSpec(1, size) : draw.Chance(0.8) ? new WindowSpec(size) : new WindowSpec(size, draw.Pick(1, 2, 3));
        window = draw.Chance(0.6)
            ? window.Stride(window.Height, window.Width)
            : window.Stride(draw.Pick(1, 2, 3), draw.Pick(1, 2, 3)).Pad(draw.Next(0, (window.Height / 2) + 1), draw.Next(0, (window.Width / 2) + 1));
        window = is1D ? OneRow(window) : window;

        // A window must fit, and may not be all padding.
        window = window with
        {
            Height = Math.Min(window.Height, shape.Height),
            Width = Math.Min(window.Width, shape.Width),
            PadHeight = Math.Min(window.PadHeight, Math.Min(window.Height, shape.Height) / 2),
            PadWidth = Math.Min(window.PadWidth, Math.Min(window.Width, shape.Width) / 2),
        };
        var kind = draw.Pick(PoolKind.Max, PoolKind.Average);
        shape = After(shape, window);
        return new PoolSpec(kind, window, is1D) { CountPadding = kind == PoolKind.Max || draw.Chance(0.6) };
    }

    /// <summary>A window over which a shape keeps its height and width.</summary>
    public WindowSpec DrawSame() => draw.Pick(0, 0, 1) == 0 ? new WindowSpec(3).Pad(1) : new WindowSpec(draw.Pick(1, 2, 3, 5)) with { Same = true };

    private static WindowSpec OneRow(WindowSpec window) => window with { Height = 1, StrideHeight = 1, PadHeight = 0 };

    private static int Size(int input, int size, int stride, int pad) => ((input - 1) * stride) - (2 * pad) + size;

    private WindowSpec DrawWindow()
    {
        int size = draw.Pick(1, 1, 2, 3, 3, 3, 4, 5);
        return draw.Chance(0.75) ? new WindowSpec(size) : new WindowSpec(size, draw.Pick(1, 2, 3, 5));
    }

    private WindowSpec WithOptions(WindowSpec window)
    {
        int stride = draw.Pick(1, 1, 1, 2, 2, 3);
        window = window.Stride(stride, draw.Chance(0.8) ? stride : draw.Pick(1, 2)) with { Dilation = draw.Pick(1, 1, 1, 1, 2, 3) };
        if (draw.Chance(0.35))
        {
            return window with { Same = true };
        }

        int pad = draw.Next(0, 3);
        return window.Pad(pad, draw.Chance(0.8) ? pad : draw.Next(0, 3));
    }

    // A window that is too large shrinks, first its gaps.
    private static WindowSpec Fit(WindowSpec window, SpecShape shape)
    {
        if (window.Same || window.Causal)
        {
            return window;
        }

        bool Fits(WindowSpec w) => (w.Dilation * (w.Height - 1)) + 1 <= shape.Height + (2 * w.PadHeight)
            && (w.Dilation * (w.Width - 1)) + 1 <= shape.Width + (2 * w.PadWidth);
        window = Fits(window) ? window : window with { Dilation = 1 };
        return Fits(window) ? window : window with
        {
            Height = Math.Min(window.Height, shape.Height + (2 * window.PadHeight)),
            Width = Math.Min(window.Width, shape.Width + (2 * window.PadWidth)),
        };
    }

    private static SpecShape After(SpecShape shape, WindowSpec window)
    {
        int Steps(int input, int size, int stride, int pad)
        {
            int extra = window.Dilation * (size - 1);
            return ((input + (window.Same || window.Causal ? extra : 2 * pad) - extra - 1) / stride) + 1;
        }

        return shape with
        {
            Height = Steps(shape.Height, window.Height, window.StrideHeight, window.PadHeight),
            Width = Steps(shape.Width, window.Width, window.StrideWidth, window.PadWidth),
        };
    }
}
