using System.Composition;
using Layerwright.Analyzers.Rules.Activations;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Activations;

/// <summary>LW2002: a rectifier; without the Xavier or LeCun that suited the tanh.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TanhInHiddenLayerFix))]
[Shared]
public sealed class TanhInHiddenLayerFix() : ReplaceLayerFix(TanhInHiddenLayerRule.Id, "ReLU");
