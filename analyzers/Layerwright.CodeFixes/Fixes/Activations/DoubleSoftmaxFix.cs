using System.Composition;
using Layerwright.Analyzers.Rules.Activations;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Activations;

/// <summary>LW2006: takes the activation away that the loss contains.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DoubleSoftmaxFix))]
[Shared]
public sealed class DoubleSoftmaxFix() : RemoveLayerFix(DoubleSoftmaxRule.Id)
{
    private protected override string Title(FixTarget target) => $"Remove [{target.Kind}]";
}
