using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Declaration;

/// <summary>LW0013: found by parsing and declaration checks, which the generator shares.</summary>
internal sealed class LanguageVersionRule : NetworkRule
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.LanguageVersion,
        "The language version is too old",
        RuleMessages.Format(RuleIds.LanguageVersion),
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generated code uses file-local types, static abstract interface members and collection expressions.",
        helpLinkUri: RuleLinks.Of(RuleIds.LanguageVersion),
        customTags: NotConfigurable);

    public override DiagnosticDescriptor Descriptor => _descriptor;
}
