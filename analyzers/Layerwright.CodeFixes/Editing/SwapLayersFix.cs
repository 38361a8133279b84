using Layerwright.Analyzers;

namespace Layerwright.CodeFixes.Editing;

/// <summary>A fix that moves the marked layer in front of the first of the further layers that the analyzer lists, or behind the last.</summary>
public abstract class SwapLayersFix : LayerFix
{
    private readonly string _id;
    private readonly string _title;
    private readonly bool _toFront;

    private protected SwapLayersFix(string id, string title, bool toFront)
        : base(id)
    {
        _id = id;
        _title = title;
        _toFront = toFront;
    }

    /// <inheritdoc/>
    internal override IEnumerable<FixChoice> Choices(FixTarget target) =>
        target is { IsInBlock: false, IsMendable: true } ? [new(_title, _id)] : [];

    /// <inheritdoc/>
    internal override Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        var others = target.Listed(DiagnosticProperties.Attributes).Where(attribute => attribute != target.Attribute).ToList();
        return others.Count == 0
            ? Task.FromResult<IReadOnlyList<DocumentEdit>>([])
            : LayerMove.EditsAsync(target, _toFront ? others[0] : others[others.Count - 1], _toFront);
    }
}
