using System.Composition;
using Layerwright.Analyzers.Rules.Shapes;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Shapes;

/// <summary>LW1004: padding with which the window reaches the end.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PixelsDroppedFix))]
[Shared]
public sealed class PixelsDroppedFix() : ArgumentsFix(PixelsDroppedRule.Id)
{
    private protected override string Title(IReadOnlyList<(string Name, string Code)> changes) =>
        $"Set {string.Join(", ", changes.Select(change => $"{change.Name} = {change.Code}"))}";
}
