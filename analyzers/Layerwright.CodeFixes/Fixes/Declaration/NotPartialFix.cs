using System.Composition;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Declaration;

/// <summary>LW0001: makes the class and the types around it partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NotPartialFix))]
[Shared]
public sealed class NotPartialFix() : LayerFix(RuleIds.NotPartial)
{
    /// <summary>Named is the class, or what is around it where the class itself is partial already.</summary>
    internal override IEnumerable<FixChoice> Choices(FixTarget target)
    {
        var types = TypeChecks.NotPartialTypes(target.Type, target.CancellationToken).Select(type => type.Name).ToList();
        return types.Count > 0 ? [new($"Make '{types[types.Count - 1]}' partial", RuleIds.NotPartial)] : [];
    }

    internal override Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice) =>
        Task.FromResult<IReadOnlyList<DocumentEdit>>(PartialText.Edits(target).ToList());
}
