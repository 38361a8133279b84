using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Layers;

namespace Layerwright.CodeModel.Inference;

/// <summary>
/// Third pass: how the features of each vector lie. A flattened image stays [positions][channels] inside and is
/// [channels][positions] to PyTorch; the layers behind it, up to and including the next that mixes features, keep their state in
/// PyTorch's order. What a mixing layer puts out has no order of its own: it takes that of what it is added to or multiplied by, or of
/// the image that it is shaped into.
/// </summary>
internal sealed class StateOrder
{
    private readonly Dictionary<string, (OrderVariable Input, OrderVariable Output)> _layers = new(StringComparer.Ordinal);

    /// <summary>The same layers with their orders, and their parameters with theirs.</summary>
    public static InferredChain Resolve(InferredChain root)
    {
        var pass = new StateOrder();
        pass.Walk(root, OrderVariable.Fixed(FeatureOrder.Same));
        return pass.Apply(root);
    }

    private OrderVariable Walk(InferredChain chain, OrderVariable input) =>
        chain.Layers.Aggregate(input, (order, layer) => Walk(layer, order));

    private OrderVariable Walk(InferredLayer layer, OrderVariable input)
    {
        var (read, output) = layer.Branches.Count > 0 ? Join(layer, input)
            : layer.Layer.Role == LayerRole.Input ? (input, OrderVariable.Given())
            : Pass(layer, input);
        _layers[layer.Path] = (read, output);
        return output;
    }

    private static (OrderVariable Input, OrderVariable Output) Pass(InferredLayer layer, OrderVariable input)
    {
        var (from, to) = (layer.Input, layer.Output);
        if (layer.Layer.IsAffine)
        {
            return (input, to.IsVector ? OrderVariable.Free() : OrderVariable.Fixed(FeatureOrder.Same));
        }

        if (from == to || (from.IsVector && to.IsVector))
        {
            return (input, input);
        }

        if (from.Length != to.Length)
        {
            return (input, OrderVariable.Fixed(FeatureOrder.Same));
        }

        return to.IsVector ? (input, OrderVariable.Fixed(OrderOf(from))) : Reshape(from, to, input);
    }

    // From the network's own input the numbers are taken as the user sees them, else as PyTorch has them.
    private static (OrderVariable Input, OrderVariable Output) Reshape(Shape from, Shape to, OrderVariable input)
    {
        var image = OrderVariable.Fixed(OrderOf(to));
        if (input.IsGiven)
        {
            return (image, OrderVariable.Given());
        }

        var read = from.IsVector ? input : OrderVariable.Fixed(OrderOf(from));
        read.Unite(image);
        return (read, OrderVariable.Fixed(FeatureOrder.Same));
    }

    // Where branches meet, what has no order yet takes the other's; of two orders lowering brings one into the other.
    private (OrderVariable Input, OrderVariable Output) Join(InferredLayer layer, OrderVariable input)
    {
        if (layer.Layer.RunsBranchesInSequence)
        {
            return (input, layer.Branches.Aggregate(input, (order, chain) => Walk(chain, order)));
        }

        var outputs = layer.Branches.Select(chain => Walk(chain, input)).ToList();
        if (!layer.Output.IsVector)
        {
            outputs.ForEach(output => output.Unite(OrderVariable.Fixed(FeatureOrder.Same)));
            return (input, OrderVariable.Fixed(FeatureOrder.Same));
        }

        if (layer.Layer.JoinsChannels)
        {
            return (input, OrderVariable.Joined(outputs.Zip(layer.Branches, (output, chain) => new OrderPart(output, chain.Output.Length))));
        }

        var left = layer.Layer.MultipliesBranch ? input : outputs[0];
        left.Unite(layer.Layer.MultipliesBranch ? outputs[0] : outputs.Count > 1 ? outputs[1] : input);
        return (input, left);
    }

    private InferredChain Apply(InferredChain chain) => chain with { Layers = chain.Layers.Select(Apply).ToEquatableArray() };

    private InferredLayer Apply(InferredLayer layer)
    {
        var (input, output) = _layers[layer.Path];
        var ordered = layer with
        {
            InputOrder = input.Order,
            OutputOrder = output.Order,
            Branches = layer.Branches.Select(Apply).ToEquatableArray(),
        };
        return ordered with { Parameters = layer.Parameters.Select(parameter => Apply(parameter, ordered)).ToEquatableArray() };
    }

    // One that positions share has an order of its own, or none; so has one whose layer goes over to PyTorch's.
    private static ParameterDeclaration Apply(ParameterDeclaration parameter, InferredLayer layer) => parameter with
    {
        InputOrder = parameter.Role == ParameterRole.Weight && parameter.Inputs == layer.InputOrder.Length ? layer.InputOrder : parameter.InputOrder,
        OutputOrder = parameter.Outputs == layer.OutputOrder.Length * parameter.Pieces && !layer.Layer.GroupsFeatures ? layer.OutputOrder : parameter.OutputOrder,
    };

    private static FeatureOrder OrderOf(Shape image) => FeatureOrder.Of(image.Positions, image.Channels);
}
