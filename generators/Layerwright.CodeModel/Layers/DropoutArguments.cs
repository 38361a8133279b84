using Layerwright.CodeModel.Inference;

namespace Layerwright.CodeModel.Layers;

/// <summary>The argument of every layer that drops elements.</summary>
internal static class DropoutArguments
{
    public static void Check(LayerArguments arguments, LayerIssues issues)
    {
        double rate = Rate(arguments);
        issues.Require(rate is >= 0 and < 1, "rate", rate, "at least 0 and below 1", rate >= 1 ? 0.5 : 0);
    }

    public static double Rate(LayerArguments arguments) => arguments.Double("rate", 0.5);
}
