using System.Composition;
using Layerwright.Analyzers.Rules.Activations;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Activations;

/// <summary>LW2011: the usual value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BadSlopeFix))]
[Shared]
public sealed class BadSlopeFix() : ArgumentFix(BadSlopeRule.Id)
{
    private protected override string Title(string argument, string value) => $"Use {value}";
}
