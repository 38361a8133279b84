using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Declaration;

/// <summary>LW0007: found by parsing and declaration checks, which the generator shares.</summary>
internal sealed class EmptyNetworkRule : NetworkRule
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.EmptyNetwork,
        "A network needs layers",
        RuleMessages.Format(RuleIds.EmptyNetwork),
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Between input and loss there must be something to compute.",
        helpLinkUri: RuleLinks.Of(RuleIds.EmptyNetwork),
        customTags: NotConfigurable);

    public override DiagnosticDescriptor Descriptor => _descriptor;
}
