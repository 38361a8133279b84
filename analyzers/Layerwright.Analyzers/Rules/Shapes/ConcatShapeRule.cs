using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>LW1012: found by inference, which the generator shares.</summary>
internal sealed class ConcatShapeRule : NetworkRule
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.ConcatShape,
        "The branches do not fit together",
        RuleMessages.Format(RuleIds.ConcatShape),
        Categories.Shapes,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Branches are joined on the channel axis, and a gate multiplies its input: heights and widths must agree.",
        helpLinkUri: RuleLinks.Of(RuleIds.ConcatShape),
        customTags: NotConfigurable);

    public override DiagnosticDescriptor Descriptor => _descriptor;
}
