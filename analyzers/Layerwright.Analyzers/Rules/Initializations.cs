using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Layers;

namespace Layerwright.Analyzers.Rules;

/// <summary>What several rules know of initialisation.</summary>
internal static class Initializations
{
    /// <summary>Xavier or LeCun as written, normal or uniform, on weights that bend nothing themselves: too small before a rectifier.</summary>
    public static bool IsForLinear(InferredLayer weights) => !weights.Layer.IsNonlinearity
        && WeightInitialization.Written(weights.Arguments) is (Init.Xavier or Init.XavierUniform or Init.LeCun or Init.LeCunUniform);

    /// <summary>What a layer's initialisation looks at ends at the first nonlinearity or the next weights.</summary>
    public static bool EndsReach(FlowNode node) => node.IsAffine || node.IsNonlinearity;

    /// <summary>
    /// What is left of the signal's root mean square after these weights and this rectifier: √(in·σ²) over He's gain (√2 for ReLU).
    /// That is √(in/(in+out)) for Xavier and √½ for LeCun.
    /// </summary>
    public static double Shrinkage(InferredLayer weights, InferredLayer rectifier)
    {
        var weight = weights.Parameters.First(parameter => parameter.Role == ParameterRole.Weight);
        double outputs = weight.FanOut;
        double inputs = weights.Input.IsUnknown ? outputs : weight.FanIn; // a block alone: taken to be as wide as it puts out
        bool isXavier = WeightInitialization.Written(weights.Arguments) is Init.Xavier or Init.XavierUniform;
        double variance = isXavier ? 2 / (inputs + outputs) : 1 / inputs;
        double scale = weights.Arguments.Double("InitScale", 1);
        return scale * Math.Sqrt(inputs * variance) / rectifier.Layer.HeGain(rectifier.Arguments);
    }
}
