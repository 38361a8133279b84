using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Declaration;

/// <summary>LW0001: found by parsing and declaration checks, which the generator shares.</summary>
internal sealed class NotPartialRule : NetworkRule
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.NotPartial,
        "A network must be partial",
        RuleMessages.Format(RuleIds.NotPartial),
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The network's code is generated into the other half of its class. Every declaration of the class and of the types around it needs the partial modifier.",
        helpLinkUri: RuleLinks.Of(RuleIds.NotPartial),
        customTags: NotConfigurable);

    public override DiagnosticDescriptor Descriptor => _descriptor;
}
