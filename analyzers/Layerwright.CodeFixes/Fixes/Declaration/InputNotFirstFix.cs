using System.Composition;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations.Checks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Declaration;

/// <summary>LW0004: moves the input before all layers.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InputNotFirstFix))]
[Shared]
public sealed class InputNotFirstFix() : LayerFix(RuleIds.InputNotFirst)
{
    internal override IEnumerable<FixChoice> Choices(FixTarget target) =>
        target.Suggestion == InputCheck.MoveFirst ? [new("Move [Input] first", RuleIds.InputNotFirst)] : [];

    internal override Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice) =>
        LayerMove.EditsAsync(target, LayerList.Of(target)[0], toFront: true);
}
