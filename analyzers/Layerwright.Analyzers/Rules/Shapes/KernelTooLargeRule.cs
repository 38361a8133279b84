using System.Globalization;
using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Layers;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>LW1003: found by inference, which the generator shares.</summary>
internal sealed class KernelTooLargeRule : NetworkRule
{
    private const int MostTrials = 16;

    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.KernelTooLarge,
        "The kernel is larger than its input",
        RuleMessages.Format(RuleIds.KernelTooLarge),
        Categories.Shapes,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A kernel or pooling window, with its dilation, must fit into the padded input.",
        helpLinkUri: RuleLinks.Of(RuleIds.KernelTooLarge),
        customTags: NotConfigurable);

    public override DiagnosticDescriptor Descriptor => _descriptor;

    /// <summary>The largest kernel is suggested, and padding that keeps the size is named as the argument to set, with which what follows stays legal.</summary>
    public override Finding Complete(Finding fault, FlowGraph graph, RuleOptions options)
    {
        if (fault.Issue is not { Block: null, Argument: { } argument, Suggestion: { } fitting })
        {
            return fault;
        }

        var layer = graph.Network.Declaration.Layers.First(candidate => candidate.Attribute == fault.Issue.Attribute);
        IReadOnlyList<ArgumentChange> Mending(IEnumerable<ArgumentChange[]> changes) => new ArgumentOffers(graph, options).First(fault, changes);
        int most = int.Parse(fitting, CultureInfo.InvariantCulture);
        var smaller = Mending(Enumerable.Range(0, Math.Min(most, MostTrials)).Select(less => new ArgumentChange[] { new(argument, most - less) }));
        bool keepsSize = !LayerRegistry.Get(layer.Kind).IsPooling && Mending([[.. Paddings.Same(new LayerArguments(layer))]]).Count > 0;
        return fault with
        {
            Suggestion = smaller.Count > 0 ? string.Format(CultureInfo.InvariantCulture, "{0}", smaller[0].Value) : null,
            Argument = keepsSize ? nameof(Padding) : null,
        };
    }
}
