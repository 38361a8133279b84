using Layerwright.Analyzers.Flow;
using Layerwright.Analyzers.Signals;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Layers;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Initialization;

/// <summary>LW3004: SELU behind weights that are not LeCun-normal.</summary>
internal sealed class SeluInitRule : NetworkRule
{
    public const string Id = "LW3004";

    /// <summary>A deviation that a person worked out is right up to its rounding.</summary>
    private const double Rounding = 0.1;

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "SELU without LeCun-normal weights",
        "{0} starts with {1} ({2}) but feeds {3}, which keeps mean 0 and variance 1 behind normal weights with fan_in·σ² = 1; use Init.LeCun",
        Categories.Initialization,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "SELU's constants make mean 0 and variance 1 a fixed point for weights drawn from N(0, 1/fan_in), and for no others (Klambauer et al. 2017).",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options) =>
        from weights in graph.Layers
        where IsAt(graph, weights)
        select Places.Finding(
            Id,
            weights,
            weights.Layer!.Arguments.IsWritten(Initializations.Argument) ? Initializations.Argument : Initializations.ScaleArgument,
            weights.Name,
            Start(weights.Layer!),
            Gain(StartingWeights.Of(weights)),
            Fed(weights)!.Name);

    /// <summary>Says something of these weights, so that the rules of too small and too large ones need not.</summary>
    public static bool IsAt(FlowGraph graph, FlowNode weights) => Initializations.IsStarted(weights) && !weights.IsNonlinearity
        && Fed(weights) is not null && !IsLeCun(weights) && !StartsBranchSmall(weights) && !ZeroInitRule.IsAt(graph, weights);

    private static FlowNode? Fed(FlowNode weights) => Initializations.FedBare(weights, node => node.Layer!.Layer.IsSelfNormalizing);

    /// <summary>The end of a residual branch may add little at first: SELU sees the sum.</summary>
    private static bool StartsBranchSmall(FlowNode weights) => StartingWeights.Of(weights).Gain < 1 && Initializations.EndsBranch(weights);

    /// <summary>By name or by its deviation; another kind that has it at these widths is as right as they are.</summary>
    private static bool IsLeCun(FlowNode weights) => Initializations.Written(weights.Layer!) switch
    {
        Init.Auto or Init.LeCun => Initializations.Scale(weights.Layer!) == 1,
        Init.Normal => IsRight(StartingWeights.Of(weights)),
        _ => false,
    };

    private static bool IsRight(StartingWeights start) => start.Form == nameof(StartDistribution.Normal) && Math.Abs(start.Gain - 1) < Rounding;

    private static string Start(InferredLayer weights)
    {
        string scale = $"{Initializations.ScaleArgument} = {Figures.Exact(Initializations.Scale(weights))}";
        return Initializations.Written(weights) is var init && init == Init.Auto ? scale
            : Initializations.IsFixed(weights) || Initializations.Scale(weights) == 1 ? $"Init.{init}"
            : $"Init.{init} and {scale}";
    }

    private static string Gain(StartingWeights start) => (start.Form == nameof(StartDistribution.Normal) ? "" : $"{start.Form.ToLowerInvariant()}, ")
        + $"fan_in·σ² = {Figures.Text(start.Gain)}" + (IsRight(start) ? " by its widths and scale alone" : "");
}
