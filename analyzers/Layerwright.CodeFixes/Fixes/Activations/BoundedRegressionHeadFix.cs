using System.Composition;
using Layerwright.Analyzers.Rules.Activations;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Activations;

/// <summary>LW2010: takes the activation away, so that outputs can be any number.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BoundedRegressionHeadFix))]
[Shared]
public sealed class BoundedRegressionHeadFix() : RemoveLayerFix(BoundedRegressionHeadRule.Id);
