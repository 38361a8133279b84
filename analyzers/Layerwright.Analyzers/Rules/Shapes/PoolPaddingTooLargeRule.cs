using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>LW1024: found by inference, which the generator shares.</summary>
internal sealed class PoolPaddingTooLargeRule : NetworkRule
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.PoolPaddingTooLarge,
        "The pooling pads more than half of its window",
        RuleMessages.Format(RuleIds.PoolPaddingTooLarge),
        Categories.Shapes,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A window that lies in the padding alone has nothing to pool.",
        helpLinkUri: RuleLinks.Of(RuleIds.PoolPaddingTooLarge),
        customTags: NotConfigurable);

    public override DiagnosticDescriptor Descriptor => _descriptor;
}
