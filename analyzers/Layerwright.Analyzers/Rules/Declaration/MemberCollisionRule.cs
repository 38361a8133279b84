using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Declaration;

/// <summary>LW0012: found by parsing and declaration checks, which the generator shares.</summary>
internal sealed class MemberCollisionRule : NetworkRule
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.MemberCollision,
        "A member has a generated member's name",
        RuleMessages.Format(RuleIds.MemberCollision),
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generated member is left out in favour of yours, and what relies on it does not work.",
        helpLinkUri: RuleLinks.Of(RuleIds.MemberCollision),
        customTags: NotConfigurable);

    public override DiagnosticDescriptor Descriptor => _descriptor;
}
