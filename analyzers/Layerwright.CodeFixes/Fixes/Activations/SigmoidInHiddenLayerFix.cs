using System.Composition;
using Layerwright.Analyzers.Rules.Activations;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Activations;

/// <summary>LW2001: another activation; before a rectifier, without the Xavier or LeCun that suited the sigmoid.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SigmoidInHiddenLayerFix))]
[Shared]
public sealed class SigmoidInHiddenLayerFix() : ReplaceLayerFix(SigmoidInHiddenLayerRule.Id, "ReLU", "Tanh");
