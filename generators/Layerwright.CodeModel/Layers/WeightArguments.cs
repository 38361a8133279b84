using Layerwright.CodeModel.Inference;

namespace Layerwright.CodeModel.Layers;

/// <summary>The arguments that every layer with weights takes.</summary>
internal static class WeightArguments
{
    public static void Check(LayerArguments arguments, LayerIssues issues)
    {
        double scale = arguments.Double("InitScale", 1);
        issues.Require(scale > 0 && IsFinite(scale), "InitScale", scale, "a positive number", 1);
        double bias = arguments.Double("BiasInit", 0);
        issues.Require(IsFinite(bias), "BiasInit", bias, "a finite number", 0);
        foreach (string penalty in new[] { "L1", "L2" })
        {
            double factor = arguments.Double(penalty, 0);
            issues.Require(factor >= 0 && IsFinite(factor), penalty, factor, "0 or more", 0);
        }

        int init = arguments.Int("Init", 0);
        issues.Require(Enum.IsDefined(typeof(Init), init), "Init", init, "a member of Init", 0);
    }

    public static ParameterDeclaration Weight(LayerArguments arguments, int outputs, int inputs, StartDistribution start) =>
        new("weight", ParameterRole.Weight, outputs, inputs, start) { L1 = arguments.Double("L1", 0), L2 = arguments.Double("L2", 0) };

    public static ParameterDeclaration Bias(LayerArguments arguments, int outputs) =>
        new("bias", ParameterRole.Bias, outputs, 1, StartDistribution.Constant(arguments.Double("BiasInit", 0)));

    /// <summary>Written, or else present unless a batch normalisation right behind would cancel it.</summary>
    public static bool HasBias(LayerArguments arguments, LayerSurroundings surroundings) =>
        arguments.Bool("UseBias", !surroundings.IsBeforeBatchNorm);

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);
}
