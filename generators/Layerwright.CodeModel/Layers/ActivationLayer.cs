using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary>What all activations share.</summary>
internal abstract class ActivationLayer : Layer
{
    public override bool IsNonlinearity => true;

    public override bool IsElementwise => true;

    /// <summary>What the derivative follows from.</summary>
    protected virtual DerivativeSource Derivative(LayerArguments arguments) => DerivativeSource.Output;

    /// <summary>The run time's link that computes it.</summary>
    protected virtual string Link(LayerArguments arguments) => Kind;

    /// <summary>The link of its derivative.</summary>
    protected virtual string GradientLink(LayerArguments arguments) => Link(arguments) + "Gradient";

    /// <summary>Numbers that the function takes (a slope).</summary>
    protected virtual IEnumerable<double> Coefficients(LayerArguments arguments) => [];

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph) =>
        graph.Add(layer, output => new Activation(
            output,
            input,
            Link(layer.Arguments),
            GradientLink(layer.Arguments),
            Coefficients(layer.Arguments).Select(Operand.Number).ToEquatableArray(),
            Derivative(layer.Arguments)));
}
