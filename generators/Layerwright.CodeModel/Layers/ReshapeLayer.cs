using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary>
/// <c>[Reshape(length)]</c>, <c>[Reshape(height, width, channels)]</c>: the numbers of a row in another shape, in PyTorch's order
/// (channels, height, width) but for the network's own input, which is read as the user sees it.
/// </summary>
internal sealed class ReshapeLayer : Layer
{
    private static readonly string[] s_vector = ["length"], s_image = ["height", "width", "channels"];

    public override string Kind => "Reshape";

    public override bool IsReshaping => true;

    public override void Check(LayerArguments arguments, LayerIssues issues)
    {
        foreach (string size in Sizes(arguments))
        {
            issues.RequireAtLeast(size, arguments.Int(size, 1), 1);
        }
    }

    public override Shape Infer(LayerArguments arguments, Shape input, LayerIssues issues)
    {
        string[] sizes = Sizes(arguments);
        var output = new Shape(sizes.Select(size => Math.Max(0, arguments.Int(size, 1))).ToEquatableArray());
        if (output.Length == input.Length || output.IsOpen || input.IsOpen)
        {
            return output;
        }

        // The last size that alone can make it right; else nothing is offered but the whole.
        int wrong = Enumerable.Range(0, sizes.Length).Reverse().FirstOrDefault(axis => input.Length % Others(output, axis) == 0);
        long others = Others(output, wrong);
        bool canFit = input.Length % others == 0;
        issues.Add(
            RuleIds.BadArgument,
            sizes[wrong],
            canFit ? LayerIssues.Text(input.Length / others) : null,
            issues.LayerName,
            sizes[wrong],
            FormattableString.Invariant($"{output.Dimensions[wrong]}, which makes {output} of an input of {input} ({input.Length} numbers)"),
            $"such that the sizes multiply to {LayerIssues.Text(input.Length)}, such as "
                + (canFit ? LayerIssues.Text(input.Length / others) : Factors(input.Length, sizes.Length)));
        return canFit
            ? new Shape(output.Dimensions.Select((size, axis) => axis == wrong ? (int)(input.Length / others) : size).ToEquatableArray())
            : Shape.Unknown;
    }

    public override long FlopsPerRow(InferredLayer layer) => 0;

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph)
    {
        if (layer.Output.IsVector)
        {
            return graph.Add(layer, output => new Flattening(output, input));
        }

        var vector = input.Positions == 1
            ? input
            : graph.AddInner(layer, "Flat", LayerIssues.Text(input.Length), Shape.Vector(input.Length), output => new Flattening(output, input));
        var ordered = graph.Reorder(layer, vector, layer.InputOrder, FeatureOrder.Of(layer.Output.Positions, layer.Output.Channels));
        return graph.Add(layer, output => new Unflattening(output, ordered));
    }

    private static string[] Sizes(LayerArguments arguments) => arguments.IsWritten("length") ? s_vector : s_image;

    private static long Others(Shape shape, int axis) =>
        shape.Dimensions.Where((_, i) => i != axis).Aggregate(1L, (product, size) => product * size);

    private static string Factors(int length, int count) => string.Join(", ", Enumerable.Repeat("1", count - 1).Append(LayerIssues.Text(length)));
}
