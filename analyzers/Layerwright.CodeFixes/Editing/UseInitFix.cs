using Layerwright.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.CodeFixes.Editing;

/// <summary>A fix that gives the weights another <c>Init</c>, written as the one that is there. An <c>InitScale</c> belongs to what goes.</summary>
public abstract class UseInitFix : LayerFix
{
    private const string Init = nameof(Init), InitScale = nameof(InitScale);
    private readonly string _id;
    private readonly string _member;

    /// <param name="id">The rule.</param>
    /// <param name="member">The member of <c>Init</c>.</param>
    private protected UseInitFix(string id, string member)
        : base(id)
    {
        _id = id;
        _member = member;
    }

    /// <inheritdoc/>
    internal override IEnumerable<FixChoice> Choices(FixTarget target) =>
        target is { IsInBlock: false, IsMendable: true } ? [new($"Use Init.{_member}", _id)] : [];

    /// <inheritdoc/>
    internal override Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        IReadOnlyList<DocumentEdit> edits = target.Listed(DiagnosticProperties.Attributes)
            .SelectMany(weights => In(target, weights.SyntaxTree, Changes(target, weights)))
            .ToList();
        return Task.FromResult(edits);
    }

    private IEnumerable<TextChange> Changes(FixTarget target, AttributeSyntax weights)
    {
        if (target.ArgumentOf(weights, Init) is { } written && MemberOf(target, written.Expression) != _member)
        {
            yield return ArgumentText.Replace(written, InStyleOf(target, written.Expression));
        }

        if (target.ArgumentOf(weights, InitScale) is { } scale)
        {
            foreach (var change in ArgumentText.Remove(scale))
            {
                yield return change;
            }
        }
    }

    /// <summary>Qualified as the member that is written; a constant or a cast gives way to the plain name.</summary>
    private string InStyleOf(FixTarget target, ExpressionSyntax written) => written is MemberAccessExpressionSyntax member && MemberOf(target, written) is not null
        ? $"{member.Expression}.{_member}"
        : $"{LayerNames.Type(target.Model, written.SpanStart, Init)}.{_member}";

    private static string? MemberOf(FixTarget target, ExpressionSyntax written) =>
        target.Model.GetSymbolInfo(written, target.CancellationToken).Symbol is IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } member ? member.Name : null;
}
