using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>LW1002: found by inference, which the generator shares.</summary>
internal sealed class MissingFlattenRule : NetworkRule
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.MissingFlatten,
        "Dense directly on an image",
        RuleMessages.Format(RuleIds.MissingFlatten),
        Categories.Shapes,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A dense layer takes a vector (or each step of a sequence); an image is flattened or pooled to one first.",
        helpLinkUri: RuleLinks.Of(RuleIds.MissingFlatten),
        customTags: NotConfigurable);

    public override DiagnosticDescriptor Descriptor => _descriptor;
}
