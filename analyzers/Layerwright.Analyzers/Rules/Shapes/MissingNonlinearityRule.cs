using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>LW1015: two weight layers in a row that nothing bends between: together they are one linear map.</summary>
internal sealed class MissingNonlinearityRule : NetworkRule
{
    public const string Id = "LW1015";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "No nonlinearity between two weight layers",
        "{0} follows {1} with no nonlinearity {3}; insert {2}",
        Categories.Shapes,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A linear map of a linear map is a linear map: without a nonlinearity between, the second weight layer adds parameters and work but nothing that the first could not compute alone. "
            + "Only where the layer between is narrower than both sides is it meant so: a linear bottleneck, as in MobileNetV2 or an autoencoder's code.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        var told = new HashSet<FlowNode>();
        foreach (var second in graph.Layers)
        {
            if (LinearRun.Before(second) is not { } run || !IsWide(run, second) || run.Firsts.Any(told.Contains))
            {
                continue;
            }

            told.UnionWith(run.Firsts);
            var missing = MissingActivation.Between(graph, run, second);
            string firsts = string.Join(" and ", run.Firsts.Select(first => first.Name).Distinct());
            var finding = Places.Finding(Id, second, null, second.Name, firsts, missing.Names, Between(run)) with
            {
                Suggestion = missing.Suggestion,
                IsMendable = missing.CanInsert,
            };
            yield return missing.CanInsert
                ? (finding with { Others = EquatableArray.Of(Places.Finding(Id, missing.Anchor, null)) }).WithFeeders(missing.Feeders)
                : finding;
        }
    }

    /// <summary>Behind a maximum they can do more than one linear layer, if little.</summary>
    private static string Between(LinearRun run) =>
        run.Between.Any(node => node is { Layer.Layer.TakesMaximum: true }) ? "but max pooling between, which only picks one of several linear values"
        : run.Between.Any(HiddenLayers.IsRowNormalization) ? "but a normalisation between, which only shifts and scales each row"
        : $"between, so {(run.Firsts.Count == 1 ? "the two" : "they")} compute no more than one linear layer does";

    /// <summary>Not narrower than both sides. A block alone says so only where it is so for every input.</summary>
    private static bool IsWide(LinearRun run, FlowNode second)
    {
        var other = second.Layer!;
        int width = run.Firsts.Sum(first => Widths.Outputs(first.Layer!));

        // A map flattened behind an error has a size that is not known yet: there are more numbers than channels.
        int seen = !other.Input.IsVector || run.Firsts[0].Layer!.Output.IsVector ? width : other.Input.IsOpen ? int.MaxValue : other.Input.Length;
        var after = run.Seconds.Select(node => Widths.Outputs(node.Layer!)).ToList();
        return (run.Firsts.All(first => first.Layer!.Input.Channels > 0) && width >= Before(run)) || (after.TrueForAll(outputs => outputs > 0) && seen >= after.Sum());
    }

    /// <summary>What the first weights take in together: an input that several share counts once.</summary>
    private static int Before(LinearRun run) => run.Firsts
        .GroupBy(first => first.Previous.Count == 0 ? null : first.Previous[0])
        .Sum(shared => shared.First().Layer!.Input.Channels);
}
