using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary>What all activations whose derivative follows from their output share.</summary>
internal abstract class ActivationLayer : Layer
{
    public override bool IsNonlinearity => true;

    /// <summary>The output's sign alone gives the derivative, so a positive factor behind it changes nothing.</summary>
    protected virtual bool IsSignDetermined => false;

    /// <summary>Numbers that the function takes (a slope).</summary>
    protected virtual IEnumerable<double> Coefficients(LayerArguments arguments) => [];

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph) =>
        graph.Add(layer, output => new Activation(
            output, input, Kind, Coefficients(layer.Arguments).Select(Operand.Number).ToEquatableArray(), IsSignDetermined));
}
