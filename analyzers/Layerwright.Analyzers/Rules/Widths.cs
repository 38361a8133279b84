using Layerwright.CodeModel.Inference;

namespace Layerwright.Analyzers.Rules;

/// <summary>How wide layers are, as far as that is known.</summary>
internal static class Widths
{
    /// <summary>Units, or channels, that weights put out; 0 where only the surroundings of a block would tell.</summary>
    public static int Outputs(InferredLayer weights) =>
        weights.Output.IsUnknown ? weights.Arguments.Int("filters", 0) : weights.Output.Channels;
}
