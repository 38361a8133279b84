using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>LW1010: found by inference, which the generator shares.</summary>
internal sealed class GroupsDoNotDivideRule : NetworkRule
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.GroupsDoNotDivide,
        "Groups do not divide the channels",
        RuleMessages.Format(RuleIds.GroupsDoNotDivide),
        Categories.Shapes,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Each group takes an equal part of the channels.",
        helpLinkUri: RuleLinks.Of(RuleIds.GroupsDoNotDivide),
        customTags: NotConfigurable);

    public override DiagnosticDescriptor Descriptor => _descriptor;
}
