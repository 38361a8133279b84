namespace Layerwright.CodeFixes.Editing;

/// <summary>A fix that gives an argument, written or not, the value the analyzer suggests.</summary>
public abstract class SetArgumentFix : LayerFix
{
    private readonly string _id;

    private protected SetArgumentFix(string id)
        : base(id)
    {
        _id = id;
    }

    /// <inheritdoc/>
    internal override IEnumerable<FixChoice> Choices(FixTarget target) =>
        target is { Suggestion: { } value, Argument: { } argument, IsInBlock: false } ? [new(Title(argument, value), _id)] : [];

    /// <inheritdoc/>
    internal override Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        IReadOnlyList<DocumentEdit> edits = target is { Attribute: { } attribute, Suggestion: { } value, Argument: { } argument }
            ? In(target, attribute.SyntaxTree, [ArgumentText.Set(target, attribute, argument, value)]).ToList()
            : [];
        return Task.FromResult(edits);
    }

    /// <summary>What a person reads.</summary>
    private protected virtual string Title(string argument, string value) => $"Set {argument} = {value}";
}
