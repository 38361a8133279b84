namespace Layerwright.Analyzers.Rules.Declaration;

/// <summary>LW0xxx, what the generator needs: one line for each rule.</summary>
internal static class DeclarationRules
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
        new BadOptionRule(),
    ];
}
