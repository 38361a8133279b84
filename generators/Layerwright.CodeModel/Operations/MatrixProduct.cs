using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Layers;

namespace Layerwright.CodeModel.Operations;

/// <summary>output = input · Wᵀ + b, over PyTorch's weight [out, in].</summary>
/// <param name="Output">[rows, out].</param>
/// <param name="Input">[rows, in].</param>
/// <param name="Weight">Parameter number of W.</param>
/// <param name="Bias">Parameter number of b, or null.</param>
/// <param name="IsFrozen">W and b get no gradient.</param>
internal sealed record MatrixProduct(Tensor Output, Tensor Input, int Weight, int? Bias, bool IsFrozen)
    : AffineNode(Output, Input, Weight, Bias, IsFrozen)
{
    /// <summary>The product with a weight layer's own weights.</summary>
    public static MatrixProduct Of(InferredLayer layer, Tensor output, Tensor input, GraphBuilder graph) => new(
        output,
        input,
        graph.Parameter(layer, ParameterRole.Weight),
        graph.ParameterOrNone(layer, ParameterRole.Bias),
        WeightArguments.IsFrozen(layer.Arguments));

    public override void Backward(TrainingTape tape, Tensor gradient)
    {
        if (!IsFrozen && Input.Positions > 1)
        {
            // One tap over every position: too many lines for one sum.
            var steps = (1, Input.Positions);
            tape.AddChunkedWeightTask(
                "ConvolutionWeightGradient.SumChunk",
                Weight,
                Bias,
                new TensorOperand(Input),
                new TensorOperand(gradient),
                new WindowOperand(new WindowGeometry(steps, (1, 1), steps)));
        }
        else if (!IsFrozen)
        {
            var read = EquatableArray.Of<Operand>(new TensorOperand(Input), new TensorOperand(gradient));
            tape.AddWeightTask(Output.Columns, [new("WeightGradient.Run", true, read, Weight) { Bias = Bias }]);
        }

        tape.Contribute(Input, inputGradient => Operation.Product(gradient, tape.Copy(new(Weight, CopyForm.Transposed)), inputGradient));
    }

    protected override Operation Map(Tensor input, Operand weight, Tensor output, Link[] links) =>
        Operation.Product(input, weight, output, links);
}
