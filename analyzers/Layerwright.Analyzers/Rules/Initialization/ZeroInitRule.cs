using Layerwright.Analyzers.Flow;
using Layerwright.Analyzers.Signals;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Initialization;

/// <summary>LW3005: weights that are all one number, or a γ of 0 before a rectifier.</summary>
internal sealed class ZeroInitRule : NetworkRule
{
    public const string Id = "LW3005";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Weights that all start alike",
        "{0} starts with {1}; use {2}",
        Categories.Initialization,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Units that start alike compute alike and get one gradient: random weights are what makes them different. Only the last weights, and those at the end of a residual or gate branch, may start at nothing (CS231n, neural networks part 2).",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        foreach (var node in graph.Layers)
        {
            if (IsAt(graph, node))
            {
                string value = Figures.Exact(StartingWeights.Parameter(node).Start.Value);
                string consequence = $"all its weights at {value}: its {Figures.Text(Units(node))} units compute the same, get the same gradient and stay identical";
                yield return Places.Finding(Id, node, Initializations.Argument, node.Name, consequence, "Init.Auto");
            }
            else if (HasZeroScale(node) && Silenced(node) is { } rectifier)
            {
                string consequence = $"γ = 0: {rectifier.Name} puts out 0 for every row and passes no gradient back";
                yield return Places.Finding(Id, node, "ZeroGamma", node.Name, consequence, "ZeroGamma = false") with { IsMendable = false };
            }
        }
    }

    /// <summary>Several units on the same inputs with one number for all their weights, which training would move.</summary>
    public static bool IsAt(FlowGraph graph, FlowNode node) => node is { IsAffine: true, IsWritten: true }
        && StartingWeights.Parameter(node) is { Start.Form: nameof(StartDistribution.Constant), IsFrozen: false }
        && Units(node) > 1
        && node.HasWeightsBehind
        && !Initializations.EndsBranch(node)
        && !Initializations.IsOpenEnded(graph, node);

    /// <summary>Outputs that are sums over the same inputs.</summary>
    private static double Units(FlowNode node)
    {
        var parameter = StartingWeights.Parameter(node);
        var layer = node.Layer!;
        return layer.Layer.IsDepthwise(layer) ? parameter.FanOut / parameter.FanIn : layer.Output.Channels / parameter.Groups;
    }

    /// <summary>A γ of 0 is the last that shaped the input of a nonlinearity.</summary>
    public static bool IsBehindZeroScale(FlowNode nonlinearity) => FlowGraph
        .ReachBack(nonlinearity, EndsScale)
        .Any(HasZeroScale);

    /// <summary>A normalisation that starts with γ = 0.</summary>
    public static bool HasZeroScale(FlowNode node) => node is { IsNormalization: true, IsWritten: true }
        && node.Layer!.Parameters.Any(parameter => parameter is { Role: ParameterRole.Scale, IsFrozen: false, Start.Value: 0 });

    /// <summary>The rectifier that such a γ kills: one that is flat below 0 too, right behind it.</summary>
    private static FlowNode? Silenced(FlowNode norm) => FlowGraph
        .Reach(norm, EndsScale)
        .FirstOrDefault(node => Initializations.IsRectifier(node) && node.Layer!.Layer.Activate(node.Layer.Arguments, -1) == 0);

    private static bool EndsScale(FlowNode node) => Initializations.EndsReach(node) || node.IsNormalization || node.IsSum;
}
