using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Declaration;

/// <summary>LW0008: found by parsing and declaration checks, which the generator shares.</summary>
internal sealed class BadArgumentRule : NetworkRule
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.BadArgument,
        "Argument out of range",
        RuleMessages.Format(RuleIds.BadArgument),
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An argument of a layer has a value that gives it no meaning.",
        helpLinkUri: RuleLinks.Of(RuleIds.BadArgument),
        customTags: NotConfigurable);

    public override DiagnosticDescriptor Descriptor => _descriptor;
}
