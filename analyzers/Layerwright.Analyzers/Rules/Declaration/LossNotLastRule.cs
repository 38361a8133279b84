using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Declaration;

/// <summary>LW0006: found by parsing and declaration checks, which the generator shares.</summary>
internal sealed class LossNotLastRule : NetworkRule
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.LossNotLast,
        "The loss stands last, once",
        RuleMessages.Format(RuleIds.LossNotLast),
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The loss takes what the network puts out.",
        helpLinkUri: RuleLinks.Of(RuleIds.LossNotLast),
        customTags: NotConfigurable);

    public override DiagnosticDescriptor Descriptor => _descriptor;
}
