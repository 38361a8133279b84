using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Declaration;

/// <summary>LW0002: found by parsing and declaration checks, which the generator shares.</summary>
internal sealed class UnsupportedTypeRule : NetworkRule
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.UnsupportedType,
        "This kind of type cannot be a network",
        RuleMessages.Format(RuleIds.UnsupportedType),
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A network is created, saved and loaded by generated constructors and members, which a static, abstract or generic class, a record, a struct, an interface, a file-local class or one with a primary constructor cannot take.",
        helpLinkUri: RuleLinks.Of(RuleIds.UnsupportedType),
        customTags: NotConfigurable);

    public override DiagnosticDescriptor Descriptor => _descriptor;
}
