using Layerwright.Analyzers;
using Layerwright.CodeModel.Declarations.Parsing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.CodeFixes.Editing;

/// <summary>
/// A fix that puts another layer in the place of the marked one, and of those that its diagnostic stands for too. Weights before them
/// lose a written <c>Init</c> that would not suit the new one (the analyzer lists them); a choice that would leave one in a block is not
/// offered.
/// </summary>
public abstract class ReplaceLayerFix : LayerFix
{
    private readonly string _id;
    private readonly string[] _kinds;

    /// <param name="id">The rule.</param>
    /// <param name="kinds">What it may be replaced by, best first.</param>
    private protected ReplaceLayerFix(string id, params string[] kinds)
        : base(id)
    {
        _id = id;
        _kinds = kinds;
    }

    /// <inheritdoc/>
    internal override IEnumerable<FixChoice> Choices(FixTarget target) => target is { IsInBlock: false, IsMendable: true }
        ? _kinds.Where(kind => target.MayTakeRectifier || !IsRectifier(kind)).Select(kind => new FixChoice(Title(kind), Key(kind)))
        : [];

    /// <inheritdoc/>
    internal override Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        string kind = _kinds.First(candidate => choice.Key == Key(candidate));
        var edits = target.Listed(DiagnosticProperties.Attributes).SelectMany(layer => Replacement(target, layer, kind));
        if (IsRectifier(kind))
        {
            edits = edits.Concat(FeederText.Edits(target));
        }

        return Task.FromResult<IReadOnlyList<DocumentEdit>>(edits.ToList());
    }

    /// <summary>What a person reads.</summary>
    private protected virtual string Title(string kind) => $"Replace by [{kind}]";

    private static IEnumerable<DocumentEdit> Replacement(FixTarget target, AttributeSyntax layer, string kind) =>
        target.DataOf(layer)?.AttributeClass is { } type
            ? In(target, layer.SyntaxTree, AttributeReplacement.Changes(target, layer, KnownAttributes.Kind(type), kind))
            : [];

    private string Key(string kind) => _kinds.Length == 1 ? _id : $"{_id}.{kind}";

    private static bool IsRectifier(string kind) => CodeModel.Layers.LayerRegistry.Get(kind).IsRectifier;
}
