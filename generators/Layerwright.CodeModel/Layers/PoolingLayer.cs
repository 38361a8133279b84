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
        AxisArguments.Check(arguments, issues, WindowName, 1);
        AxisArguments.Check(arguments, issues, StrideName, 1);
        AxisArguments.Check(arguments, issues, PadName, 0);
    }

    public override Shape Infer(LayerArguments arguments, Shape input, LayerIssues issues)
    {
        if (!(TakesImages ? issues.RequireImage(input) : issues.RequireSequence(input)))
        {
            return Shape.Unknown;
        }

        var (vertical, horizontal) = Axes(arguments, input);
        Axis[] axes = TakesImages ? [vertical, horizontal] : [horizontal];
        foreach (var padding in axes.GroupBy(axis => axis.PadName))
        {
            issues.RequirePoolPadding(padding.Key, padding.Max(axis => axis.Pad), padding.Min(axis => axis.Size));
        }

        issues.RequireFits(input, "window", canPadSame: false, [.. axes.Select(axis => axis.Window)]);
        return TakesImages
            ? Shape.Image(vertical.Places, horizontal.Places, input.Channels)
            : Shape.Sequence(horizontal.Places, input.Channels);
    }

    public override long FlopsPerRow(InferredLayer layer) => (long)Window(layer).Taps * layer.Output.Length;

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph) =>
        graph.Add(layer, output => Pool(layer.Arguments, output, input, Window(layer)));

    /// <summary>The node of the graph.</summary>
    protected abstract Node Pool(LayerArguments arguments, Tensor output, Tensor input, WindowGeometry window);

    private static WindowGeometry Window(InferredLayer layer)
    {
        var (vertical, horizontal) = Axes(layer.Arguments, layer.Input);
        return new WindowGeometry(
            (vertical.Input, horizontal.Input), (vertical.Size, horizontal.Size), (vertical.Places, horizontal.Places))
        {
            Stride = (vertical.Stride, horizontal.Stride),
            Pad = (vertical.Pad, horizontal.Pad),
        };
    }

    private static (Axis Vertical, Axis Horizontal) Axes(LayerArguments arguments, Shape input)
    {
        var size = AxisArguments.Sizes(arguments, WindowName, (1, 1), 1);
        var stride = AxisArguments.Sizes(arguments, StrideName, size, 1);
        var pad = AxisArguments.Sizes(arguments, PadName, (0, 0), 0);
        var horizontal = new Axis(
            input.Width,
            AxisArguments.WidthName(arguments, WindowName),
            size.Width,
            stride.Width,
            AxisArguments.WidthName(arguments, PadName),
            pad.Width);
        return input.IsImage
            ? (new Axis(
                input.Height,
                AxisArguments.HeightName(arguments, WindowName),
                size.Height,
                stride.Height,
                AxisArguments.HeightName(arguments, PadName),
                pad.Height), horizontal)
            : (new Axis(1, WindowName, 1, 1, PadName, 0), horizontal);
    }

    /// <summary>One axis of a pooling, with the arguments that give its sizes.</summary>
    private sealed record Axis(int Input, string WindowName, int Size, int Stride, string PadName, int Pad)
    {
        // With what the fix would leave of the padding.
        public WindowAxis Window => new(WindowName, Input, 2 * Math.Min(Pad, Size / 2), Size);

        /// <summary>Places where the window stops, as they would be behind the fixes.</summary>
        public int Places => WindowGeometry.Places(Input, Window.Fitting, Stride, Window.Padding, 1);
    }
}
