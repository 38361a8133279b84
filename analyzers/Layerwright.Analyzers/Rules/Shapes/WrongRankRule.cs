using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>LW1001: found by inference, which the generator shares.</summary>
internal sealed class WrongRankRule : NetworkRule
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.WrongRank,
        "The layer cannot take an input of this rank",
        RuleMessages.Format(RuleIds.WrongRank),
        Categories.Shapes,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A layer that slides over an image or a sequence needs one: height × width × channels, or length × features.",
        helpLinkUri: RuleLinks.Of(RuleIds.WrongRank),
        customTags: NotConfigurable);

    public override DiagnosticDescriptor Descriptor => _descriptor;
}
