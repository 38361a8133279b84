using Layerwright.RuleTables;
using Layerwright.Testing;
using Layerwright.Testing.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Layerwright.Analyzers.Tests.Rules;

/// <summary>The gallery: for each rule a network, or a call, that it fires on.</summary>
internal static class RuleExamples
{
    public static IReadOnlyDictionary<string, string> Sources { get; } = RepositoryFiles.Gallery(Repository.Root)
        .ToDictionary(pair => pair.Key, pair => File.ReadAllText(pair.Value), StringComparer.Ordinal);

    /// <summary>How often a rule speaks of its example: once, unless it takes several layers to make one fault of each.</summary>
    public static int Findings(string id) => id == "LW2002" ? 3 : 1;

    /// <summary>A project of one rule's example, with what it needs besides to fire.</summary>
    /// <param name="id">The rule.</param>
    /// <param name="source">The example's text, or one made of it.</param>
    public static Solution Solution(string id, string source)
    {
        var solution = TestWorkspace.Create(source);
        return id switch
        {
            "LW0013" => solution.WithProjectParseOptions(
                solution.ProjectIds[0], CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp10)),
            "LW0014" => solution.WithOptions("layerwright.profile = loud"),
            _ => solution,
        };
    }
}
