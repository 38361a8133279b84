using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.Analyzers.Tests.Harness;

/// <summary>Every fix there is.</summary>
internal static class AllFixes
{
    private static readonly Dictionary<string, CodeFixProvider> s_byId = typeof(LayerFix).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(CodeFixProvider)))
        .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!)
        .ToDictionary(fix => fix.FixableDiagnosticIds.Single(), StringComparer.Ordinal);

    /// <summary>The rules that have a fix, in the order of their ids.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. s_byId.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The fix of a rule, or null.</summary>
    public static CodeFixProvider? For(string id) => s_byId.GetValueOrDefault(id);
}
