using System.Composition;
using Layerwright.Analyzers.Rules.Normalization;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Normalization;

/// <summary>LW4006: the dropout behind the poolings.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DropoutBeforePoolFix))]
[Shared]
public sealed class DropoutBeforePoolFix() : SwapLayersFix(DropoutBeforePoolRule.Id, "Swap", toFront: false);
