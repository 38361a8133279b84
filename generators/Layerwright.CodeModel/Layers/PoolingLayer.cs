using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary>What pooling over windows shares; over a sequence it is pooling over an image one position high.</summary>
internal abstract class PoolingLayer : Layer
{
    private const string WindowName = "window", StrideName = "Stride", PadName = "Pad";

    /// <summary>Takes images; false: sequences.</summary>
    protected abstract bool TakesImages { get; }

    public override bool IsPooling => true;

    public override void Check(LayerArguments arguments, LayerIssues issues)
    {
        foreach (string window in AxisArguments.Written(arguments, WindowName))
        {
            // One position would change nothing.
            string stride = StrideName + window.Substring(WindowName.Length);
            issues.RequireAtLeast(window, arguments.Int(window, 1), 1, Math.Max(2, arguments.Int(stride, arguments.Int(StrideName, 2))));
        }

        AxisArguments.Check(arguments, issues, StrideName, 1);
        AxisArguments.Check(arguments, issues, PadName, 0);
    }

    public override Shape Infer(LayerArguments arguments, Shape input, LayerIssues issues)
    {
        if (!(TakesImages ? issues.RequireImage(input) : issues.RequireSequence(input)))
        {
            return Shape.Unknown;
        }

        var axes = SlidingAxes(arguments, input);
        foreach (var padding in axes.GroupBy(axis => axis.PadArgument))
        {
            issues.RequirePoolPadding(padding.Key, arguments.Int(padding.Key, 0), padding.Min(axis => axis.Window.Size));
        }

        var places = issues.RequireFits(input, "window", canPadSame: false, [.. axes]);
        if (!AxisArguments.AreAtLeast(arguments, WindowName, 1) || !AxisArguments.AreAtLeast(arguments, StrideName, 1) || !AxisArguments.AreAtLeast(arguments, PadName, 0))
        {
            places = [.. places.Select(_ => 0)];
        }

        return new Shape(places.Append(input.Channels).ToEquatableArray());
    }

    public override IReadOnlyList<SlidingAxis> SlidingAxes(LayerArguments arguments, Shape input)
    {
        var (vertical, horizontal) = Axes(arguments, input, TakesImages);
        return TakesImages ? [vertical, horizontal] : [horizontal];
    }

    public override long FlopsPerRow(InferredLayer layer) => (long)Window(layer).Taps * layer.Output.Length;

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph) =>
        graph.Add(layer, output => Pool(layer.Arguments, output, input, Window(layer)));

    /// <summary>The node of the graph.</summary>
    protected abstract Node Pool(LayerArguments arguments, Tensor output, Tensor input, WindowGeometry window);

    private static WindowGeometry Window(InferredLayer layer)
    {
        var (vertical, horizontal) = Axes(layer.Arguments, layer.Input, layer.Input.IsImage);
        return new WindowGeometry(
            (vertical.Window.Input, horizontal.Window.Input),
            (vertical.Window.Size, horizontal.Window.Size),
            (vertical.Places, horizontal.Places))
        {
            Stride = (vertical.Stride, horizontal.Stride),
            Pad = (vertical.Before, horizontal.Before),
        };
    }

    // A sequence is one position high.
    private static (SlidingAxis Vertical, SlidingAxis Horizontal) Axes(LayerArguments arguments, Shape input, bool takesImages)
    {
        var size = AxisArguments.Sizes(arguments, WindowName, (1, 1), 1);
        var stride = AxisArguments.Sizes(arguments, StrideName, size, 1);
        var pad = AxisArguments.Sizes(arguments, PadName, (0, 0), 0);
        var horizontal = Axis(
            AxisArguments.WidthName(arguments, WindowName),
            input.Width,
            size.Width,
            AxisArguments.WidthName(arguments, StrideName),
            stride.Width,
            AxisArguments.WidthName(arguments, PadName),
            pad.Width);
        return takesImages
            ? (Axis(
                AxisArguments.HeightName(arguments, WindowName),
                input.Height,
                size.Height,
                AxisArguments.HeightName(arguments, StrideName),
                stride.Height,
                AxisArguments.HeightName(arguments, PadName),
                pad.Height), horizontal)
            : (Axis(WindowName, 1, 1, StrideName, 1, PadName, 0), horizontal);
    }

    // With what the fix would leave of the padding.
    private static SlidingAxis Axis(string window, int input, int size, string strideName, int stride, string padName, int pad)
    {
        int fitting = Math.Min(pad, size / 2);
        return new SlidingAxis(new WindowAxis(window, input, 2 * fitting, size), strideName, stride, padName, fitting);
    }
}
