using System.Composition;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Declaration;

/// <summary>LW0001: makes the class and the types around it partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NotPartialFix))]
[Shared]
public sealed class NotPartialFix() : LayerFix(RuleIds.NotPartial)
{
    internal override IEnumerable<FixChoice> Choices(FixTarget target) => [new($"Make '{target.Type.Name}' partial", RuleIds.NotPartial)];

    internal override Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice) =>
        Task.FromResult<IReadOnlyList<DocumentEdit>>(PartialText.Edits(target).ToList());
}
