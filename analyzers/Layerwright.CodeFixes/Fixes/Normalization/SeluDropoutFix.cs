using System.Composition;
using Layerwright.Analyzers.Rules.Normalization;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Normalization;

/// <summary>LW4009: the dropout that keeps what SELU keeps.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SeluDropoutFix))]
[Shared]
public sealed class SeluDropoutFix() : ReplaceLayerFix(SeluDropoutRule.Id, "AlphaDropout")
{
    private protected override string Title(string kind) => $"Use [{kind}]";
}
