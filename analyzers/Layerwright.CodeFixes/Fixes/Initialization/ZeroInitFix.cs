using System.Composition;
using Layerwright.Analyzers.Rules.Initialization;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Initialization;

/// <summary>LW3005: random weights, of the size that what follows asks for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ZeroInitFix))]
[Shared]
public sealed class ZeroInitFix() : UseInitFix(ZeroInitRule.Id, "Auto");
