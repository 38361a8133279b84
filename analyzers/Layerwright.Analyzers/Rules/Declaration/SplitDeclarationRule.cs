using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Declaration;

/// <summary>LW0005: found by parsing and declaration checks, which the generator shares.</summary>
internal sealed class SplitDeclarationRule : NetworkRule
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.SplitDeclaration,
        "All layers stand on one declaration",
        RuleMessages.Format(RuleIds.SplitDeclaration),
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "C# defines no order between the attributes of several partial declarations, and the order of layers is their meaning.",
        helpLinkUri: RuleLinks.Of(RuleIds.SplitDeclaration),
        customTags: NotConfigurable);

    public override DiagnosticDescriptor Descriptor => _descriptor;
}
