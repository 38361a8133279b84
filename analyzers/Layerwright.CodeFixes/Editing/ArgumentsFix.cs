using Layerwright.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.CodeFixes.Editing;

/// <summary>A fix that sets and drops several arguments of the marked layer, as the analyzer suggests.</summary>
public abstract class ArgumentsFix : LayerFix
{
    private readonly string _id;

    private protected ArgumentsFix(string id)
        : base(id)
    {
        _id = id;
    }

    /// <inheritdoc/>
    internal override IEnumerable<FixChoice> Choices(FixTarget target) => target is { Suggestion: { } changes, IsInBlock: false }
        ? [new(Title(ArgumentChange.Read(changes).Where(change => change.Code is not null).Select(change => (change.Name, change.Code!)).ToList()), _id)]
        : [];

    /// <inheritdoc/>
    internal override Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        IReadOnlyList<DocumentEdit> edits = target is { Attribute: { } attribute, Suggestion: { } changes }
            ? In(target, attribute.SyntaxTree, Changes(target, attribute, ArgumentChange.Read(changes))).ToList()
            : [];
        return Task.FromResult(edits);
    }

    /// <summary>What a person reads: the first change says what is meant, the others follow from it.</summary>
    private protected abstract string Title(IReadOnlyList<(string Name, string Code)> changes);

    private static IEnumerable<TextChange> Changes(FixTarget target, AttributeSyntax attribute, IReadOnlyList<(string Name, string? Code)> changes)
    {
        var dropped = changes
            .Where(change => change.Code is null)
            .Select(change => target.ArgumentOf(attribute, change.Name))
            .OfType<AttributeArgumentSyntax>()
            .ToList();
        var set = changes.Where(change => change.Code is not null).ToLookup(change => target.ArgumentOf(attribute, change.Name) is not null);
        var replaced = set[true].Select(change => ArgumentText.Set(target, attribute, change.Name, Text(target, attribute, change.Code!)));
        var added = set[false].Select(change => (change.Name, Text(target, attribute, change.Code!))).ToList();
        return (dropped.Count > 0 ? ArgumentText.Remove(attribute.ArgumentList!, dropped) : [])
            .Concat(replaced)
            .Concat(added.Count > 0 ? [ArgumentText.Add(attribute, added)] : []);
    }

    /// <summary>A number as it is, an enumeration's member by a name that means ours at this place.</summary>
    private static string Text(FixTarget target, AttributeSyntax attribute, string code) => code.IndexOf('.') is var dot && dot < 0
        ? code
        : LayerNames.Type(target.Model, attribute.SpanStart, code.Substring(0, dot)) + code.Substring(dot);
}
