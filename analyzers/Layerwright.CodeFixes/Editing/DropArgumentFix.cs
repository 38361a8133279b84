namespace Layerwright.CodeFixes.Editing;

/// <summary>A fix that takes an argument away, so that its default holds.</summary>
public abstract class DropArgumentFix : LayerFix
{
    private readonly string _id;
    private readonly string _title;

    private protected DropArgumentFix(string id, string title)
        : base(id)
    {
        _id = id;
        _title = title;
    }

    /// <inheritdoc/>
    internal override IEnumerable<FixChoice> Choices(FixTarget target) => target.IsInBlock ? [] : [new(_title, _id)];

    /// <inheritdoc/>
    internal override Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        IReadOnlyList<DocumentEdit> edits = target is { Attribute: { } attribute, Argument: { } name } && target.ArgumentOf(attribute, name) is { } argument
            ? In(target, attribute.SyntaxTree, ArgumentText.Remove(argument)).ToList()
            : [];
        return Task.FromResult(edits);
    }
}
