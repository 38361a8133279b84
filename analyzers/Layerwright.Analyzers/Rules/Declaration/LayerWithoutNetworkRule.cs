using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Declaration;

/// <summary>LW0011: found by parsing and declaration checks, which the generator shares.</summary>
internal sealed class LayerWithoutNetworkRule : NetworkRule
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.LayerWithoutNetwork,
        "Layers without [Network] or [Block]",
        RuleMessages.Format(RuleIds.LayerWithoutNetwork),
        Categories.Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Layer attributes mean something only on a class marked [Network] or [Block].",
        helpLinkUri: RuleLinks.Of(RuleIds.LayerWithoutNetwork));

    public override DiagnosticDescriptor Descriptor => _descriptor;
}
