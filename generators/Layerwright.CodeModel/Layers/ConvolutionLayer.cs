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

        int filters = Math.Max(1, arguments.Int("filters", 1));
        issues.RequireDivides("Groups", Groups(arguments), (input.Channels, "channels"), (filters, "filters"));
        return TakesImages ? Shape.Image(places.Height, places.Width, filters) : Shape.Sequence(places.Width, filters);
    }

    public override IEnumerable<ParameterDeclaration> Parameters(InferredLayer layer, LayerSurroundings surroundings)
    {
        var shape = WeightShape.Convolution(
            layer.Output.Channels, layer.Input.Channels, ConvolutionArguments.Kernel(layer.Arguments, TakesImages), Groups(layer.Arguments));
        return WeightArguments.Parameters(layer.Arguments, shape, surroundings);
    }

    public override long WeightCount(LayerArguments arguments, Shape input, Shape output) => (long)Math.Min(
        MostWeights, (double)ConvolutionArguments.Taps(arguments, TakesImages) * input.Channels / Groups(arguments) * output.Channels);

    public override long FlopsPerRow(InferredLayer layer) =>
        2L * ConvolutionArguments.Taps(layer.Arguments, TakesImages) * (layer.Input.Channels / Groups(layer.Arguments)) * layer.Output.Length;

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph) => graph.Add(layer, output => new Convolution(
        output,
        input,
        graph.Parameter(layer, ParameterRole.Weight),
        graph.ParameterOrNone(layer, ParameterRole.Bias),
        WeightArguments.IsFrozen(layer.Arguments),
        ConvolutionArguments.Window(layer.Arguments, layer.Input),
        Groups(layer.Arguments),
        graph.AllowsWinograd));

    private static int Groups(LayerArguments arguments) => Math.Max(1, arguments.Int("Groups", 1));
}
