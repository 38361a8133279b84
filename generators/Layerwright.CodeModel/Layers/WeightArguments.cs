using Layerwright.CodeModel.Inference;

namespace Layerwright.CodeModel.Layers;

/// <summary>The arguments that every layer with weights takes.</summary>
internal static class WeightArguments
{
    public static void Check(LayerArguments arguments, LayerIssues issues)
    {
        double scale = arguments.Double("InitScale", 1);
        if (WeightInitialization.Written(arguments) == Init.Constant)
        {
            issues.Require(IsFinite(scale), "InitScale", scale, "a finite number", 1);
        }
        else
        {
            issues.Require(scale > 0 && IsFinite(scale), "InitScale", scale, "a positive number", 1);
        }

        double bias = arguments.Double("BiasInit", 0);
        issues.Require(IsFinite(bias), "BiasInit", bias, "a finite number", 0);
        foreach (string penalty in new[] { "L1", "L2" })
        {
            double factor = arguments.Double(penalty, 0);
            issues.Require(factor >= 0 && IsFinite(factor), penalty, factor, "0 or more", 0);
        }

        issues.RequireMember("Init", (Init)arguments.Int("Init", 0));
    }

    /// <summary>Weight and, unless there is none, bias.</summary>
    /// <param name="arguments">The layer's.</param>
    /// <param name="shape">Sizes and fans of the weight.</param>
    /// <param name="surroundings">Where the layer stands.</param>
    public static IEnumerable<ParameterDeclaration> Parameters(LayerArguments arguments, WeightShape shape, LayerSurroundings surroundings)
    {
        bool isFrozen = IsFrozen(arguments);
        var start = WeightInitialization.Resolve(arguments, shape.FanIn, shape.FanOut, surroundings);
        yield return new("weight", ParameterRole.Weight, shape.Outputs, shape.Inputs, start)
        {
            L1 = isFrozen ? 0 : arguments.Double("L1", 0),
            L2 = isFrozen ? 0 : arguments.Double("L2", 0),
            IsFrozen = isFrozen,
            Pieces = shape.Pieces,
            FanIn = shape.FanIn,
            FanOut = shape.FanOut,
            Groups = shape.Groups,
            InputOrder = shape.InputOrder,
            StateShape = shape.StateShape,
        };

        // Written, or else present unless a batch normalisation right behind would cancel it.
        if (arguments.Bool("UseBias", !surroundings.IsBeforeBatchNorm))
        {
            var bias = StartDistribution.Constant(arguments.Double("BiasInit", 0));
            yield return new("bias", ParameterRole.Bias, shape.Biases, 1, bias) { IsFrozen = isFrozen, Pieces = shape.Pieces };
        }
    }

    public static bool IsFrozen(LayerArguments arguments) => arguments.Bool("Frozen", false);

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);
}
