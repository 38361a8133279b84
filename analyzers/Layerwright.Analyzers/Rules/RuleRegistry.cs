using Layerwright.Analyzers.Rules.Activations;
using Layerwright.Analyzers.Rules.Data;
using Layerwright.Analyzers.Rules.Declaration;
using Layerwright.Analyzers.Rules.Initialization;
using Layerwright.Analyzers.Rules.Normalization;
using Layerwright.Analyzers.Rules.Shapes;
using Layerwright.Analyzers.Rules.Training;

namespace Layerwright.Analyzers.Rules;

/// <summary>Every rule, in the order of their ids.</summary>
internal static class RuleRegistry
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. DeclarationRules.All,
        .. ShapesRules.All,
        .. ActivationsRules.All,
        .. InitializationRules.All,
        .. NormalizationRules.All,
        .. TrainingRules.All,
        .. DataRules.All,
    ];

    /// <summary>Those that look at networks and blocks.</summary>
    public static IReadOnlyList<NetworkRule> OfNetworks { get; } = All.OfType<NetworkRule>().ToList();

    /// <summary>Those that look at code that trains, evaluates or searches.</summary>
    public static IReadOnlyList<CallRule> OfCalls { get; } = All.OfType<CallRule>().ToList();

    private static readonly Dictionary<string, Rule> _byId = All.ToDictionary(rule => rule.Descriptor.Id, StringComparer.Ordinal);

    /// <summary>The rule of an id.</summary>
    public static Rule Get(string id) => _byId[id];
}
