using Layerwright.CodeModel.Common;
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
}
