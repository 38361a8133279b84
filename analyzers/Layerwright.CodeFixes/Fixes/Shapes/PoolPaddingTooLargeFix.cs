using System.Composition;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Shapes;

/// <summary>LW1024: writes the largest padding that the window takes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PoolPaddingTooLargeFix))]
[Shared]
public sealed class PoolPaddingTooLargeFix() : ArgumentFix(RuleIds.PoolPaddingTooLarge)
{
    private protected override string Title(string argument, string value) => $"Set {argument} = {value}";
}
