using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary>What convolutions over images and over sequences share.</summary>
internal abstract class ConvolutionLayer : Layer
{
    /// <summary>More than any network may have; sums of it stay within a long.</summary>
    private const double MostWeights = 1L << 40;

    public override bool IsAffine => true;

    public override bool IsConvolution => true;

    /// <summary>Takes images; false: sequences.</summary>
    protected abstract bool TakesImages { get; }

    public override void Check(LayerArguments arguments, LayerIssues issues)
    {
        issues.RequireAtLeast("filters", arguments.Int("filters", 1), 1);
        ConvolutionArguments.Check(arguments, issues);
        issues.RequireAtLeast("Groups", arguments.Int("Groups", 1), 1);
        WeightArguments.Check(arguments, issues);
    }

    public override Shape Infer(LayerArguments arguments, Shape input, LayerIssues issues)
    {
        if (ConvolutionArguments.Places(arguments, input, issues, TakesImages) is not { } places)
        {
            return Shape.Unknown;
        }

        int filters = Math.Max(0, arguments.Int("filters", 1));
        issues.RequireDivides("Groups", Groups(arguments), (input.Channels, "channels"), (filters, "filters"));
        return TakesImages ? Shape.Image(places.Height, places.Width, filters) : Shape.Sequence(places.Width, filters);
    }

    public override IReadOnlyList<SlidingAxis> SlidingAxes(LayerArguments arguments, Shape input)
    {
        var (vertical, horizontal) = ConvolutionArguments.Axes(arguments, input, TakesImages);
        return TakesImages ? [vertical, horizontal] : [horizontal];
    }

    public override IEnumerable<ParameterDeclaration> Parameters(InferredLayer layer, LayerSurroundings surroundings)
    {
        int channels = layer.Input.Channels, filters = layer.Output.Channels;
        var kernel = ConvolutionArguments.Kernel(layer.Arguments, TakesImages);
        var shape = IsDepthwise(layer)
            ? WeightShape.Depthwise(channels, filters / channels, kernel)
            : WeightShape.Convolution(filters, channels, kernel, Groups(layer.Arguments));
        return WeightArguments.Parameters(layer.Arguments, shape, surroundings);
    }

    public override long WeightCount(LayerArguments arguments, Shape input, Shape output) => (long)Math.Min(
        MostWeights, (double)ConvolutionArguments.Taps(arguments, TakesImages) * input.Channels / Groups(arguments) * output.Channels);

    public override long FlopsPerRow(InferredLayer layer) =>
        2L * ConvolutionArguments.Taps(layer.Arguments, TakesImages) * (layer.Input.Channels / Groups(layer.Arguments)) * layer.Output.Length;

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph)
    {
        int weight = graph.Parameter(layer, ParameterRole.Weight);
        int? bias = graph.ParameterOrNone(layer, ParameterRole.Bias);
        bool isFrozen = WeightArguments.IsFrozen(layer.Arguments);
        var window = ConvolutionArguments.Window(layer.Arguments, layer.Input);
        return graph.Add(layer, output => IsDepthwise(layer)
            ? new DepthwiseConvolution(output, input, weight, bias, isFrozen, window)
            : new Convolution(output, input, weight, bias, isFrozen, window, Groups(layer.Arguments), graph.AllowsWinograd));
    }

    // Its state is the same, its kernels see whole vectors of channels.
    public override bool IsDepthwise(InferredLayer layer) => layer.Input.Channels > 1 && Groups(layer.Arguments) == layer.Input.Channels;

    private static int Groups(LayerArguments arguments) => Math.Max(1, arguments.Int("Groups", 1));
}
