using System.Composition;
using Layerwright.Analyzers.Rules.Initialization;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Initialization;

/// <summary>LW3007: weights of the size that the fans and what follows ask for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TooLargeInitFix))]
[Shared]
public sealed class TooLargeInitFix() : UseInitFix(TooLargeInitRule.Id, "Auto");
