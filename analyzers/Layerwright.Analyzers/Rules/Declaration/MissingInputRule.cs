using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Declaration;

/// <summary>LW0003: found by parsing and declaration checks, which the generator shares.</summary>
internal sealed class MissingInputRule : NetworkRule
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.MissingInput,
        "A network needs an input",
        RuleMessages.Format(RuleIds.MissingInput),
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "All shapes follow from the input.",
        helpLinkUri: RuleLinks.Of(RuleIds.MissingInput),
        customTags: NotConfigurable);

    public override DiagnosticDescriptor Descriptor => _descriptor;
}
