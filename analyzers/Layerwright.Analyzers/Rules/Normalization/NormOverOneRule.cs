using System.Globalization;
using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Normalization;

/// <summary>LW4010: mean and variance of a single element.</summary>
internal sealed class NormOverOneRule : NetworkRule
{
    public const string Id = "LW4010";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Normalisation over one element",
        "{0} gets {1}{2} and takes mean and variance of a single element, which leaves 0 of whatever it was; remove it{3}",
        Categories.Normalization,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A single element is its own mean: less that it is 0, and nothing before the normalisation has an influence or a gradient.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        foreach (var norm in graph.Layers.Where(node => node.Layer is { } layer && layer.Layer.ElementsPerMean(layer.Arguments, layer.Input) == 1))
        {
            // LW4001 is said once: where it is said already, or is but a hint, its removal brings no further warning.
            bool isMissingAnyway = graph.IsInOwnLoop || new MissingBatchNormRule().Find(graph, options).Any();
            yield return Of(norm) with { IsMendable = OutputHead.WeightsBefore(norm) is not null && Removal.IsSafe(norm, isMissingAnyway) };
        }
    }

    private static Finding Of(FlowNode norm)
    {
        var layer = norm.Layer!;
        bool isGrouped = layer.Layer.GroupsFeatures;
        string groups = isGrouped ? $" in {Text(layer.Input.Channels)} groups" : "";
        string most = isGrouped && layer.Input.Channels > 1 ? $", or use at most {Text(LargestDivisor(layer.Input.Channels))} groups" : "";
        return Places.Finding(Id, norm, null, norm.Name, layer.Input.ToString(), groups, most);
    }

    /// <summary>The most groups of more than one channel.</summary>
    private static int LargestDivisor(int channels) => Enumerable.Range(2, channels - 1).Where(size => channels % size == 0).Select(size => channels / size).First();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
