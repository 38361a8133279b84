using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[DepthwiseConv2D(kernel)]</c>: PyTorch's Conv2d with as many groups as channels, <c>weight</c> [channels · multiplier, 1, kh, kw].</summary>
internal sealed class DepthwiseConv2DLayer : Layer
{
    private const string MultiplierName = "Multiplier";

    /// <summary>More than any network may have; sums of it stay within a long.</summary>
    private const double MostWeights = 1L << 40;

    public override string Kind => "DepthwiseConv2D";

    public override string Stem => "Depthwise";

    public override bool IsAffine => true;

    public override bool IsDepthwise(InferredLayer layer) => true;

    public override bool IsConvolution => true;

    public override void Check(LayerArguments arguments, LayerIssues issues)
    {
        ConvolutionArguments.Check(arguments, issues);
        issues.RequireAtLeast(MultiplierName, arguments.Int(MultiplierName, 1), 1);
        WeightArguments.Check(arguments, issues);
    }

    public override Shape Infer(LayerArguments arguments, Shape input, LayerIssues issues) =>
        ConvolutionArguments.Places(arguments, input, issues) is { } places
            ? Shape.Image(places.Height, places.Width, Multiplied(arguments, input))
            : Shape.Unknown;

    public override IReadOnlyList<SlidingAxis> SlidingAxes(LayerArguments arguments, Shape input)
    {
        var (vertical, horizontal) = ConvolutionArguments.Axes(arguments, input);
        return [vertical, horizontal];
    }

    public override long WeightCount(LayerArguments arguments, Shape input, Shape output) =>
        (long)Math.Min(MostWeights, (double)ConvolutionArguments.Taps(arguments) * output.Channels);

    public override IEnumerable<ParameterDeclaration> Parameters(InferredLayer layer, LayerSurroundings surroundings) =>
        WeightArguments.Parameters(
            layer.Arguments,
            WeightShape.Depthwise(layer.Input.Channels, Multiplier(layer.Arguments), ConvolutionArguments.Kernel(layer.Arguments)),
            surroundings);

    public override long FlopsPerRow(InferredLayer layer) => 2L * ConvolutionArguments.Taps(layer.Arguments) * layer.Output.Length;

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph) => graph.Add(layer, output => new DepthwiseConvolution(
        output,
        input,
        graph.Parameter(layer, ParameterRole.Weight),
        graph.ParameterOrNone(layer, ParameterRole.Bias),
        WeightArguments.IsFrozen(layer.Arguments),
        ConvolutionArguments.Window(layer.Arguments, layer.Input)));

    // A product beyond what can be laid out is said by the limit of sizes: it must not have wrapped before.
    private static int Multiplied(LayerArguments arguments, Shape input) =>
        (int)Math.Min(int.MaxValue, (long)input.Channels * Math.Max(0, arguments.Int(MultiplierName, 1)));

    private static int Multiplier(LayerArguments arguments) => Math.Max(1, arguments.Int(MultiplierName, 1));
}
