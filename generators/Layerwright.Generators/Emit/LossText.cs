using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Layers;

namespace Layerwright.Generators.Emit;

/// <summary>The call of a loss's kernel.</summary>
internal static class LossText
{
    /// <param name="loss">The network's loss.</param>
    /// <param name="output">Its raw outputs.</param>
    /// <param name="gradient">Where their gradient goes; <c>default</c> for the loss alone.</param>
    public static string Run(InferredLayer loss, string output, string gradient)
    {
        var literals = ((LossLayer)loss.Layer).KernelArguments(loss.Arguments)
            .Select(argument => $"{argument.Parameter}: {(argument.Value is double number ? Literal.Float(number) : Literal.Bool((bool)argument.Value))}");
        return OperationText.Call($"LwKernels::{loss.Declaration.Kind}.Run", [OperationText.Rows(loss.Output.Positions), output, "in loss", gradient, .. literals]) + ";";
    }
}
