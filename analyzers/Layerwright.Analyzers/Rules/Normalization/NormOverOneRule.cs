using System.Globalization;
using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Normalization;

/// <summary>LW4010: mean and variance of a single element.</summary>
internal sealed class NormOverOneRule : NetworkRule
{
    public const string Id = "LW4010";

    private const string BatchNorm = nameof(BatchNorm), Groups = "groups", UseBias = nameof(UseBias);

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
        var trial = new Trial(graph, options);
        foreach (var norm in graph.Layers.Where(node => node.Layer is { } layer && layer.Layer.ElementsPerMean(layer.Arguments, layer.Input) == 1))
        {
            // LW4001 is said once: where it is said already, or is but a hint, its removal brings no further warning.
            bool isMissingAnyway = graph.IsInOwnLoop || new MissingBatchNormRule().Find(graph, options).Any();
            var finding = Of(norm);
            bool isRemovable = OutputHead.WeightsBefore(norm) is not null && Removal.IsSafe(norm, isMissingAnyway);
            yield return isRemovable ? finding : Replaced(finding, norm, graph, trial);
        }
    }

    /// <summary>By one over the batch, where that brings nothing new; weights that would then have a bias for nothing lose it.</summary>
    private static Finding Replaced(Finding finding, FlowNode norm, FlowGraph graph, Trial trial)
    {
        var biased = norm.Previous
            .Where(node => node is { Block: null, IsWritten: true, IsAffine: true, IsNonlinearity: false, Next.Count: 1 } && node.Layer!.Arguments.Bool(UseBias, false))
            .Select(node => node.RootAttribute)
            .ToList();
        var layers = graph.Network.Declaration.Layers.Select(layer =>
            layer.Attribute == norm.RootAttribute ? Without(layer, Groups) with { Kind = BatchNorm }
            : biased.Contains(layer.Attribute) ? Without(layer, UseBias)
            : layer);
        return norm.Block is null && trial.Mends([finding], layers)
            ? finding with { Suggestion = BatchNorm, Feeders = biased.ToEquatableArray() }
            : finding with { IsMendable = false };
    }

    private static LayerDeclaration Without(LayerDeclaration layer, string argument) => layer with
    {
        Arguments = layer.Arguments.Where(written => !string.Equals(written.Name, argument, StringComparison.OrdinalIgnoreCase)).ToEquatableArray(),
    };

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
