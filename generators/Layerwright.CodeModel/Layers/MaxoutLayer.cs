using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[Maxout(units)]</c>: the largest of some linear maps (Goodfellow et al. 2013); <c>weight</c> [units·pieces, in] grouped [units, pieces].</summary>
internal sealed class MaxoutLayer : Layer
{
    /// <summary>More is taken for a slip.</summary>
    private const int MostPieces = 1000;

    public override string Kind => "Maxout";

    public override bool IsAffine => true;

    public override bool IsNonlinearity => true;

    // With two pieces of variance 1, E[max²] = 1.
    public override Init? PreferredInit => Init.LeCun;

    public override void Check(LayerArguments arguments, LayerIssues issues)
    {
        issues.RequireAtLeast("units", arguments.Int("units", 1), 1);
        int pieces = arguments.Int("Pieces", 2);
        issues.RequireAtLeast("Pieces", pieces, 2);
        issues.Require(pieces <= MostPieces, "Pieces", pieces, $"at most {MostPieces}", MostPieces);
        WeightArguments.Check(arguments, issues);
    }

    public override Shape Infer(LayerArguments arguments, Shape input, LayerIssues issues) =>
        DenseLayer.Units(arguments, input, issues);

    public override long NumbersPerRow(LayerArguments arguments, Shape output) => (Pieces(arguments) + 1L) * output.Length;

    public override long WeightCount(LayerArguments arguments, Shape input, Shape output) =>
        Pieces(arguments) * base.WeightCount(arguments, input, output);

    public override IEnumerable<ParameterDeclaration> Parameters(InferredLayer layer, LayerSurroundings surroundings) =>
        WeightArguments.Parameters(
            layer.Arguments,
            WeightShape.Dense(layer.Output.Channels, layer.Input.Channels, Pieces(layer.Arguments)),
            surroundings with { Nonlinearity = this, NonlinearityArguments = layer.Arguments });

    public override long FlopsPerRow(InferredLayer layer) =>
        ((2L * layer.Input.Channels) + 1) * Pieces(layer.Arguments) * layer.Output.Length;

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph)
    {
        int pieces = Pieces(layer.Arguments);
        int units = layer.Output.Channels;
        var maps = graph.AddInner(
            layer, "Pieces", FormattableString.Invariant($"{units} units × {pieces} pieces"), layer.Output.WithChannels(pieces * units), output => MatrixProduct.Of(layer, output, input, graph));
        return graph.Add(layer, output => new PieceMaximum(output, maps));
    }

    private static int Pieces(LayerArguments arguments) => Math.Min(Math.Max(2, arguments.Int("Pieces", 2)), MostPieces);
}
