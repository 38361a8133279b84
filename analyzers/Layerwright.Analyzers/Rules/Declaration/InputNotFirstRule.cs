using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Declaration;

/// <summary>LW0004: found by parsing and declaration checks, which the generator shares.</summary>
internal sealed class InputNotFirstRule : NetworkRule
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.InputNotFirst,
        "The input stands first, once",
        RuleMessages.Format(RuleIds.InputNotFirst),
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The order of the attributes is the order in which data flows.",
        helpLinkUri: RuleLinks.Of(RuleIds.InputNotFirst),
        customTags: NotConfigurable);

    public override DiagnosticDescriptor Descriptor => _descriptor;
}
