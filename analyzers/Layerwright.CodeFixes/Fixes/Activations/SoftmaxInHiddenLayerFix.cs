using System.Composition;
using Layerwright.Analyzers.Rules.Activations;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Activations;

/// <summary>LW2008: a rectifier; without an <c>Init</c> that would not suit it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SoftmaxInHiddenLayerFix))]
[Shared]
public sealed class SoftmaxInHiddenLayerFix() : ReplaceLayerFix(SoftmaxInHiddenLayerRule.Id, "ReLU");
