using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Declaration;

/// <summary>LW0010: found by parsing and declaration checks, which the generator shares.</summary>
internal sealed class BadBlockRule : NetworkRule
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.BadBlock,
        "Not a usable block",
        RuleMessages.Format(RuleIds.BadBlock),
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The type arguments of composite layers are classes marked [Block] that do not contain themselves.",
        helpLinkUri: RuleLinks.Of(RuleIds.BadBlock),
        customTags: NotConfigurable);

    public override DiagnosticDescriptor Descriptor => _descriptor;
}
