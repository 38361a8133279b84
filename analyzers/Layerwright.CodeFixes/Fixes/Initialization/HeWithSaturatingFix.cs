using System.Composition;
using Layerwright.Analyzers.Rules.Initialization;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Initialization;

/// <summary>LW3002: Xavier's initialisation, for what passes both halves of its input.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HeWithSaturatingFix))]
[Shared]
public sealed class HeWithSaturatingFix() : UseInitFix(HeWithSaturatingRule.Id, "Xavier");
