using System.Composition;
using Layerwright.Analyzers.Rules.Activations;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Activations;

/// <summary>LW2005: takes the activation away, so that the loss gets raw outputs.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ActivationOnLogitsFix))]
[Shared]
public sealed class ActivationOnLogitsFix() : RemoveLayerFix(ActivationOnLogitsRule.Id);
