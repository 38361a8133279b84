namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>Modules that know positions.</summary>
internal static class SpatialFactory
{
    public static Module Convolution(string path, string key, Flow input, WeightSpec layer, bool hasBias) => layer switch
    {
        Conv2DSpec conv => Create(path, key, input, conv, conv.Filters, conv.Window, conv.Groups, hasBias, [conv.Window.Height, conv.Window.Width]),
        DepthwiseConv2DSpec conv =>
            Create(path, key, input, conv, input.Channels * conv.Multiplier, conv.Window, input.Channels, hasBias, [conv.Window.Height, conv.Window.Width]),
        Conv1DSpec conv => Create(path, key, input, conv, conv.Filters, OneRow(conv.Window), conv.Groups, hasBias, [conv.Window.Width]),
        ConvTranspose2DSpec conv => Transposed(path, key, input, conv, hasBias),
        _ => throw new NotSupportedException(layer.ToString()),
    };

    public static Module Create(string path, string key, Flow input, LayerSpec layer) => layer switch
    {
        PoolSpec pool => Pool(path, input, pool, pool.Is1D ? OneRow(pool.Window) : pool.Window),
        GlobalPoolSpec pool => GlobalPool(path, input, pool),
        GroupNormSpec norm => new GroupNorm(path, key, input, norm),
        SpatialDropout2DSpec dropout => new SpatialDropout(path, input, dropout.Rate),
        FlattenSpec => Rearrangement.Flatten(path, input),
        ReshapeSpec reshape => Rearrangement.Reshape(path, input, reshape.Shape),
        Upsample2DSpec upsample => Rearrangement.Upsample(path, input, upsample.Factor),
        ZeroPadding2DSpec padding => Rearrangement.Pad(path, input, padding),
        _ => throw new NotSupportedException(layer.ToString()),
    };

    private static WindowSpec OneRow(WindowSpec window) => window with { Height = 1, StrideHeight = 1, PadHeight = 0 };

    private static Convolution Create(
        string path, string key, Flow input, WeightSpec spec, int filters, WindowSpec window, int groups, bool hasBias, int[] kernel)
    {
        var sweep = Sweep.Over(input.Shape, window);
        var output = new Flow(input.Shape with { Height = sweep.Height, Width = sweep.Width, Channels = filters });
        var weight = Parameter.Weight(key, spec, [filters, input.Channels / groups, .. kernel]);
        var terms = ConvolutionTerm.Of(sweep, window.Height * window.Width, input.Channels, filters, groups);
        var bias = Parameter.Bias(key, spec, filters, hasBias);
        return spec is Conv2DSpec && groups == 1 && window is { Height: 3, Width: 3, StrideHeight: 1, StrideWidth: 1, Dilation: 1 }
            ? new FilteredConvolution(path, input, output, weight, bias, terms, window.Same ? (1, 1) : (window.PadHeight, window.PadWidth))
            : new Convolution(path, input, output, weight, bias, terms);
    }

    private static Convolution Transposed(string path, string key, Flow input, ConvTranspose2DSpec spec, bool hasBias)
    {
        var window = spec.Window;
        int height = ((input.Shape.Height - 1) * window.StrideHeight) - (2 * window.PadHeight) + window.Height + spec.OutputPaddingHeight;
        int width = ((input.Shape.Width - 1) * window.StrideWidth) - (2 * window.PadWidth) + window.Width + spec.OutputPaddingWidth;
        var output = new Flow(SpecShape.Image(height, width, spec.Filters));
        var sweep = Sweep.Over(output.Shape, window, input.Shape.Height, input.Shape.Width);
        var weight = Parameter.Weight(key, spec, input.Channels, spec.Filters, window.Height, window.Width);
        var terms = ConvolutionTerm.Transposed(sweep, window.Height * window.Width, input.Channels, spec.Filters);
        return new Convolution(path, input, output, weight, Parameter.Bias(key, spec, spec.Filters, hasBias), terms);
    }

    private static Module Pool(string path, Flow input, PoolSpec pool, WindowSpec window)
    {
        var sweep = Sweep.Over(input.Shape, window);
        var output = new Flow(input.Shape with { Height = sweep.Height, Width = sweep.Width });
        return pool.Kind == PoolKind.Max
            ? new MaxPool(path, input, output, sweep)
            : new AveragePool(path, input, output, sweep, pool.CountPadding ? window.Height * window.Width : null);
    }

    private static Module GlobalPool(string path, Flow input, GlobalPoolSpec pool)
    {
        var sweep = Sweep.Over(input.Shape, new WindowSpec(input.Shape.Height, input.Shape.Width));
        var output = new Flow(SpecShape.Vector(input.Channels));
        return pool.Kind == PoolKind.Max
            ? new MaxPool(path, input, output, sweep)
            : new AveragePool(path, input, output, sweep, null);
    }
}
