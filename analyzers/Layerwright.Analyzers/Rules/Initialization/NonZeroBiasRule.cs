using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Initialization;

/// <summary>LW3008: biases that do not start at 0.</summary>
internal sealed class NonZeroBiasRule : NetworkRule
{
    public const string Id = "LW3008";

    private static readonly RuleOption _mostBias = new(
        "most_bias_before_relu", 0.01, 0, 1, "The bias up to which weights that feed a rectifier may start, so that its units are active at first.");

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Biases do not start at 0",
        "The biases of {0} start at {1}, which shifts every row's signal alike{2}; use 0",
        Categories.Initialization,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Random weights already make units differ, so biases start at 0. A small positive one before ReLU is sometimes used to keep units active at first, without a consistent gain (CS231n, neural networks part 2).",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IReadOnlyList<RuleOption> Options { get; } = [_mostBias];

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        double most = options[_mostBias];
        foreach (var weights in graph.Layers.Where(Initializations.IsStarted))
        {
            double bias = weights.Layer!.Parameters.FirstOrDefault(parameter => parameter.Role == ParameterRole.Bias)?.Start.Value ?? 0;
            bool isSmall = bias > 0 && bias <= most * (1 + 1e-6);
            if (bias == 0 || (isSmall && MayFeedRectifier(graph, weights)))
            {
                continue;
            }

            string allowed = Initializations.Fed(weights, Initializations.IsRectifier) is null ? "" : $" (up to {Figures.Exact(most)} would pass before a rectifier)";
            yield return Places.Finding(Id, weights, "BiasInit", weights.Name, Figures.Exact(bias), allowed) with { Suggestion = "0" };
        }
    }

    /// <summary>Where a block ends before any activation, its uses say what follows.</summary>
    private static bool MayFeedRectifier(FlowGraph graph, FlowNode weights) => Initializations.Fed(weights, Initializations.IsRectifier) is not null
        || (graph.IsBlock && FlowGraph.Reach(weights, Initializations.EndsReach).Contains(graph.End));
}
