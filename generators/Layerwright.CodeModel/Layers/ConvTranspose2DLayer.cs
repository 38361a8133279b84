using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary>
/// <c>[ConvTranspose2D(filters, kernel)]</c>: PyTorch's ConvTranspose2d, <c>weight</c> [in, out, height, width] and <c>bias</c>.
/// </summary>
internal sealed class ConvTranspose2DLayer : Layer
{
    private const string Kernel = "kernel", Stride = "Stride", Pad = "Pad", OutputPadding = "OutputPadding";

    /// <summary>More than any network may have; sums of it stay within a long.</summary>
    private const double MostWeights = 1L << 40;

    public override string Kind => "ConvTranspose2D";

    public override string Stem => "ConvTranspose";

    public override bool IsAffine => true;

    public override bool IsUpsampling => true;

    public override bool IsConvolution => true;

    public override void Check(LayerArguments arguments, LayerIssues issues)
    {
        issues.RequireAtLeast("filters", arguments.Int("filters", 1), 1);
        AxisArguments.Check(arguments, issues, Kernel, 1);
        AxisArguments.Check(arguments, issues, Stride, 1);
        AxisArguments.Check(arguments, issues, Pad, 0);
        AxisArguments.Check(arguments, issues, OutputPadding, 0);

        // More would be whole rows or columns that no input reaches.
        var stride = AxisArguments.Sizes(arguments, Stride, (1, 1), 1);
        var extra = AxisArguments.Sizes(arguments, OutputPadding, (0, 0), 0);
        issues.Require(extra.Height < stride.Height, AxisArguments.HeightName(arguments, OutputPadding), extra.Height, "below the stride", 0);
        if (AxisArguments.WidthName(arguments, OutputPadding) != AxisArguments.HeightName(arguments, OutputPadding) || extra.Height < stride.Height)
        {
            issues.Require(extra.Width < stride.Width, AxisArguments.WidthName(arguments, OutputPadding), extra.Width, "below the stride", 0);
        }

        WeightArguments.Check(arguments, issues);
    }

    public override Shape Infer(LayerArguments arguments, Shape input, LayerIssues issues)
    {
        if (input.IsUnknown || !issues.RequireImage(input))
        {
            return Shape.Unknown;
        }

        var (vertical, horizontal) = Axes(arguments, input);
        foreach (var pad in new[] { vertical, horizontal }.Where(axis => axis.Pad > axis.MostPad).GroupBy(axis => axis.PadArgument))
        {
            int most = pad.Min(axis => axis.MostPad);
            issues.Require(false, pad.Key, pad.Max(axis => axis.Pad), $"at most {LayerIssues.Text(most)}, which leaves an output", most);
        }

        int filters = Math.Max(0, arguments.Int("filters", 1));
        bool isKnown = AxisArguments.AreAtLeast(arguments, Kernel, 1) && AxisArguments.AreAtLeast(arguments, Stride, 1)
            && AxisArguments.AreAtLeast(arguments, Pad, 0) && AxisArguments.AreAtLeast(arguments, OutputPadding, 0);
        return isKnown ? Shape.Image(vertical.Output, horizontal.Output, filters) : Shape.Image(0, 0, filters);
    }

    public override IEnumerable<ParameterDeclaration> Parameters(InferredLayer layer, LayerSurroundings surroundings)
    {
        var window = Window(layer);
        var shape = WeightShape.Transposed(
            layer.Output.Channels,
            layer.Input.Channels,
            EquatableArray.Of(window.Kernel.Height, window.Kernel.Width),
            window.Stride.Height * window.Stride.Width);
        return WeightArguments.Parameters(layer.Arguments, shape, surroundings);
    }

    public override long WeightCount(LayerArguments arguments, Shape input, Shape output)
    {
        var (height, width) = AxisArguments.Sizes(arguments, Kernel, (1, 1), 1);
        return (long)Math.Min(MostWeights, (double)height * width * input.Channels * output.Channels);
    }

    public override long FlopsPerRow(InferredLayer layer) => 2L * Window(layer).Taps * layer.Output.Channels * layer.Input.Length;

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph) =>
        graph.Add(layer, output => new TransposedConvolution(
            output,
            input,
            graph.Parameter(layer, ParameterRole.Weight),
            graph.ParameterOrNone(layer, ParameterRole.Bias),
            WeightArguments.IsFrozen(layer.Arguments),
            Window(layer)));

    /// <summary>How it grows, down and across.</summary>
    public static (TransposedAxis Vertical, TransposedAxis Horizontal) Axes(LayerArguments arguments, Shape input)
    {
        var kernel = AxisArguments.Sizes(arguments, Kernel, (1, 1), 1);
        var stride = AxisArguments.Sizes(arguments, Stride, (1, 1), 1);
        var pad = AxisArguments.Sizes(arguments, Pad, (0, 0), 0);
        var extra = AxisArguments.Sizes(arguments, OutputPadding, (0, 0), 0);
        return (
            new TransposedAxis(
                AxisArguments.HeightName(arguments, Kernel), input.Height, kernel.Height, stride.Height, AxisArguments.HeightName(arguments, Pad), pad.Height, extra.Height),
            new TransposedAxis(
                AxisArguments.WidthName(arguments, Kernel), input.Width, kernel.Width, stride.Width, AxisArguments.WidthName(arguments, Pad), pad.Width, extra.Width));
    }

    // Of the convolution that it is the adjoint of, from its output to its input.
    private static WindowGeometry Window(InferredLayer layer)
    {
        var (vertical, horizontal) = Axes(layer.Arguments, layer.Input);
        return new WindowGeometry(
            (vertical.Output, horizontal.Output), (vertical.Kernel, horizontal.Kernel), (vertical.Input, horizontal.Input))
        {
            Stride = (vertical.Stride, horizontal.Stride),
            Pad = (vertical.Pad, horizontal.Pad),
        };
    }
}
