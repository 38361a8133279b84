using System.Composition;
using Layerwright.Analyzers.Rules.Initialization;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Initialization;

/// <summary>LW3008: biases that start at 0.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NonZeroBiasFix))]
[Shared]
public sealed class NonZeroBiasFix() : ArgumentFix(NonZeroBiasRule.Id)
{
    private protected override string Title(string argument, string value) => $"Use {value}";
}
