using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>LW1021: found by inference, which the generator shares.</summary>
internal sealed class OutputLossMismatchRule : NetworkRule
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.OutputLossMismatch,
        "The loss cannot take this output",
        RuleMessages.Format(RuleIds.OutputLossMismatch),
        Categories.Shapes,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A loss compares the network's output with targets of a certain form; this output has another.",
        helpLinkUri: RuleLinks.Of(RuleIds.OutputLossMismatch),
        customTags: NotConfigurable);

    public override DiagnosticDescriptor Descriptor => _descriptor;
}
