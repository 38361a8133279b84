using System.Composition;
using Layerwright.Analyzers.Rules.Shapes;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Shapes;

/// <summary>LW1013: the next kernel that the stride divides, and padding with which the output keeps its size.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TransposedCheckerboardFix))]
[Shared]
public sealed class TransposedCheckerboardFix() : ArgumentsFix(TransposedCheckerboardRule.Id)
{
    private protected override string Title(IReadOnlyList<(string Name, string Code)> changes) =>
        $"Use {changes[0].Name} {changes[0].Code}";
}
