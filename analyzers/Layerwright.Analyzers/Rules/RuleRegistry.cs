using Layerwright.Analyzers.Rules.Activations;
using Layerwright.Analyzers.Rules.Declaration;
using Layerwright.Analyzers.Rules.Initialization;
using Layerwright.Analyzers.Rules.Normalization;
using Layerwright.Analyzers.Rules.Shapes;

namespace Layerwright.Analyzers.Rules;

/// <summary>Every rule: one line each.</summary>
internal static class RuleRegistry
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new NotPartialRule(),
        new UnsupportedTypeRule(),
        new MissingInputRule(),
        new InputNotFirstRule(),
        new SplitDeclarationRule(),
        new LossNotLastRule(),
        new EmptyNetworkRule(),
        new BadArgumentRule(),
        new BadNameRule(),
        new BadBlockRule(),
        new LayerWithoutNetworkRule(),
        new MemberCollisionRule(),
        new LanguageVersionRule(),
        new WrongRankRule(),
        new MissingFlattenRule(),
        new KernelTooLargeRule(),
        new GroupsDoNotDivideRule(),
        new ResidualShapeRule(),
        new ConcatShapeRule(),
        new OutputLossMismatchRule(),
        new PoolPaddingTooLargeRule(),
        new SigmoidInHiddenLayerRule(),
        new XavierWithReLURule(),
        new MissingBatchNormRule(),
    ];

    private static readonly Dictionary<string, Rule> _byId = All.ToDictionary(rule => rule.Descriptor.Id, StringComparer.Ordinal);

    /// <summary>The rule of an id.</summary>
    public static Rule Get(string id) => _byId[id];
}
