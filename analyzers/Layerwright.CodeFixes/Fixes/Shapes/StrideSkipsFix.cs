using System.Composition;
using Layerwright.Analyzers.Rules.Shapes;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Shapes;

/// <summary>LW1005: steps no larger than the window; with padding where they would not come out even.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StrideSkipsFix))]
[Shared]
public sealed class StrideSkipsFix() : ArgumentsFix(StrideSkipsRule.Id)
{
    private protected override string Title(IReadOnlyList<(string Name, string Code)> changes) =>
        $"Set {changes[0].Name} = {changes[0].Code}";
}
