using System.Globalization;
using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Activations;

/// <summary>LW2012: plain ReLU in a deep network, behind few units or negative biases. Once per network or block.</summary>
internal sealed class DyingReluRiskRule : NetworkRule
{
    public const string Id = "LW2012";

    private static readonly RuleOption _minimumDepth = new(
        "minimum_depth", 10, 1, 10_000, "Weight layers from which on a network is deep enough for whole layers of ReLU to die.");

    private static readonly RuleOption _maximumWidth = new(
        "maximum_width", 8, 1, 10_000, "Units (channels, on images and sequences) up to which a layer is so narrow that all of it may die.");

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "ReLU layers that may die",
        "{0}{4} stands behind {1} in a network {2} weight layers deep, without normalisation: {3}; use [LeakyReLU]",
        Categories.Activations,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A ReLU unit whose input is negative for every example passes no signal and no gradient and never recovers. Where all units of one layer start so, the network is a constant: "
            + "the narrower its layers and the more of them, the likelier (Lu et al. 2019). A leaky unit lets a gradient through on both sides.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IReadOnlyList<RuleOption> Options { get; } = [_minimumDepth, _maximumWidth];

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        int depth = graph.Layers.Count(node => node is { IsAffine: true, IsWritten: true, IsInGate: false });
        if (depth < options[_minimumDepth])
        {
            yield break;
        }

        var plain = graph.Layers
            .Where(node => node is { Layer.Layer.Kind: "ReLU", IsInGate: false } && !HiddenLayers.IsNormalized(node))
            .Select(Feeding)
            .Where(feeding => feeding.Width > 0)
            .ToList();
        foreach (var feeding in plain.Where(feeding => feeding.Bias < 0 || feeding.Width <= options[_maximumWidth]))
        {
            string what = feeding.Bias < 0
                ? $"biases that start at {LayerIssues.Text(feeding.Bias)}"
                : feeding.Width == 1 ? "1 unit" : $"{LayerIssues.Text(feeding.Width)} units";
            string risk = feeding.Bias < 0 ? "units that start below 0 for every example never learn" : Risk(plain);
            yield return Places.Finding(Id, feeding.Relu, null, feeding.Relu.Name, what, LayerIssues.Text(depth), risk);
        }
    }

    public override IEnumerable<Finding> Combine(IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
        {
            return [];
        }

        int others = findings.Count - 1;
        string more = others == 0 ? "" : $" (like {LayerIssues.Text(others)} more)";
        return
        [
            findings[0] with
            {
                Issue = findings[0].Issue with { Values = findings[0].Issue.Values.Append(more).ToEquatableArray() },
                Others = findings.Skip(1).ToEquatableArray(),
                IsMendable = findings.All(finding => finding.Issue.Block is null),
            },
        ];
    }

    /// <summary>Lu et al.'s upper bound: weights and biases symmetric around 0, a layer of n units is dead with a chance of 2⁻ⁿ.</summary>
    private static string Risk(IEnumerable<(FlowNode Relu, long Width, double Bias)> layers)
    {
        double alive = layers.Aggregate(1.0, (chance, layer) => chance * (1 - Math.Pow(2, -layer.Width)));
        double percent = (1 - alive) * 100;
        return $"the chance that a whole layer starts dead is up to {percent.ToString(percent < 10 ? "0.#" : "0", CultureInfo.InvariantCulture)} %";
    }

    /// <summary>The narrowest of the weights that a ReLU bends, and their lowest initial bias.</summary>
    private static (FlowNode Relu, long Width, double Bias) Feeding(FlowNode relu)
    {
        var weights = FlowGraph.ReachBack(relu, node => node.IsAffine || node.IsNonlinearity)
            .Where(node => node is { IsAffine: true, IsNonlinearity: false, IsWritten: true })
            .ToList();
        return weights.Count == 0
            ? (relu, 0, 0)
            : (relu, weights.Min(node => (long)Widths.Outputs(node.Layer!)), weights.Min(node => Bias(node.Layer!)));
    }

    private static double Bias(InferredLayer weights) =>
        weights.Parameters.FirstOrDefault(parameter => parameter.Role == ParameterRole.Bias)?.Start.Value ?? 0;
}
