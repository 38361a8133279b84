using System.Globalization;
using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Layers;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>LW1003: found by inference, which the generator shares.</summary>
internal sealed class KernelTooLargeRule : NetworkRule
{
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

    /// <summary>A smaller kernel is suggested, and padding that keeps the size is named as the argument to set, where they bring nothing new.</summary>
    public override Finding Complete(Finding fault, FlowGraph graph, RuleOptions options)
    {
        if (fault.Issue is not { Block: null, Argument: { } argument, Suggestion: { } fitting })
        {
            return fault;
        }

        var layer = graph.Network.Declaration.Layers.First(candidate => candidate.Attribute == fault.Issue.Attribute);
        bool Mends(IReadOnlyList<ArgumentChange> changes) => new ArgumentOffers(graph, options).First(fault, [changes]).Count > 0;
        return fault with
        {
            Suggestion = Mends([new(argument, int.Parse(fitting, CultureInfo.InvariantCulture))]) ? fitting : null,
            Argument = !LayerRegistry.Get(layer.Kind).IsPooling && Mends(Paddings.Same(new LayerArguments(layer))) ? nameof(Padding) : null,
        };
    }
}
