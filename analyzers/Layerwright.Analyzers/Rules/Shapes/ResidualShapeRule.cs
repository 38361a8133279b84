using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>LW1011: found by inference, which the generator shares.</summary>
internal sealed class ResidualShapeRule : NetworkRule
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.ResidualShape,
        "The sides of a residual sum differ in shape",
        RuleMessages.Format(RuleIds.ResidualShape),
        Categories.Shapes,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A residual layer adds its branch's output to its input (He et al. 2015), so both have one shape, or a projection brings them to one.",
        helpLinkUri: RuleLinks.Of(RuleIds.ResidualShape),
        customTags: NotConfigurable);

    public override DiagnosticDescriptor Descriptor => _descriptor;
}
