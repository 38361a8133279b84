using System.Composition;
using Layerwright.Analyzers.Rules.Shapes;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Shapes;

/// <summary>LW1008: padding of which the kernel's middle sees nothing, or less than the kernel.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PaddingTooLargeFix))]
[Shared]
public sealed class PaddingTooLargeFix() : ArgumentsFix(PaddingTooLargeRule.Id)
{
    private protected override string Title(IReadOnlyList<(string Name, string Code)> changes) =>
        $"Set {string.Join(", ", changes.Select(change => $"{change.Name} = {change.Code}"))}";
}
