using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[ImageInput(height, width, channels)]</c>: an image; one that is given channels first is transposed on its way in.</summary>
internal sealed class ImageInputLayer : Layer
{
    private static readonly string[] s_sizes = ["height", "width", "channels"];

    public override string Kind => "ImageInput";

    public override LayerRole Role => LayerRole.Input;

    public override void Check(LayerArguments arguments, LayerIssues issues)
    {
        foreach (string size in s_sizes)
        {
            issues.RequireAtLeast(size, arguments.Int(size, 1), 1);
        }

        issues.RequireMember("Layout", (ImageLayout)arguments.Int("Layout", 0));
    }

    public override Shape Infer(LayerArguments arguments, Shape input, LayerIssues issues) => new(
        s_sizes.Select(size => Math.Max(0, arguments.Int(size, 1))).ToEquatableArray());

    public override Shape GivenShape(InferredLayer layer) => IsTransposed(layer) ? Shape.Vector(layer.Output.Length) : layer.Output;

    public override long FlopsPerRow(InferredLayer layer) => 0;

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph) =>
        IsTransposed(layer) ? graph.Add(layer, output => new ChannelsLast(output, input)) : input;

    // One channel, or one pixel, lies the same either way.
    private static bool IsTransposed(InferredLayer layer) =>
        (ImageLayout)layer.Arguments.Int("Layout", 0) == ImageLayout.ChannelsFirst && layer.Output.Channels > 1 && layer.Output.Positions > 1;
}
