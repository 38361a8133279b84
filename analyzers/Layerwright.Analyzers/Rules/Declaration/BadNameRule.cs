using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Declaration;

/// <summary>LW0009: found by parsing and declaration checks, which the generator shares.</summary>
internal sealed class BadNameRule : NetworkRule
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.BadName,
        "A layer name that cannot be used",
        RuleMessages.Format(RuleIds.BadName),
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Layers become members of the class and prefixes in the state dictionary: their names are identifiers, unique whatever the case.",
        helpLinkUri: RuleLinks.Of(RuleIds.BadName),
        customTags: NotConfigurable);

    public override DiagnosticDescriptor Descriptor => _descriptor;
}
