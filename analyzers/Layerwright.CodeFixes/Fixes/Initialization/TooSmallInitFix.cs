using System.Composition;
using Layerwright.Analyzers.Rules.Initialization;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Initialization;

/// <summary>LW3006: weights of the size that the fans and what follows ask for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TooSmallInitFix))]
[Shared]
public sealed class TooSmallInitFix() : UseInitFix(TooSmallInitRule.Id, "Auto");
