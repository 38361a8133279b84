using System.Composition;
using Layerwright.Analyzers.Rules.Shapes;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Shapes;

/// <summary>LW1009: the next odd kernel.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EvenKernelSameFix))]
[Shared]
public sealed class EvenKernelSameFix() : ArgumentsFix(EvenKernelSameRule.Id)
{
    private protected override string Title(IReadOnlyList<(string Name, string Code)> changes) =>
        $"Use {changes[0].Name} {changes[0].Code}";
}
