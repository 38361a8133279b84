namespace Layerwright;

/// <summary>One name in a <see cref="CopyReport"/>.</summary>
public sealed class CopiedEntry
{
    private readonly int[] _shape;
    private readonly int[] _sourceShape;

    internal CopiedEntry(string name, StateEntry? target, StateEntry? source, string? movedInto = null)
    {
        Name = name;
        _shape = target is null ? [] : target.Shape.ToArray();
        _sourceShape = source is null ? [] : source.Shape.ToArray();
        MovedInto = movedInto;
    }

    /// <summary>The name in the state dictionary.</summary>
    public string Name { get; }

    /// <summary>The shape in the network that was copied to; empty where it has no such entry.</summary>
    public ReadOnlySpan<int> Shape => _shape;

    /// <summary>The shape in the state that was copied from; empty where it has no such entry.</summary>
    public ReadOnlySpan<int> SourceShape => _sourceShape;

    /// <summary>
    /// The running mean that took in a bias for which the network has no entry, since a batch normalisation follows at once; else null.
    /// </summary>
    public string? MovedInto { get; }

    /// <summary>
    /// True for a bias that the source lacks and that was set to 0: its layer's weight and the batch normalisation right behind it
    /// were copied, so no bias in the source is a bias of 0 here.
    /// </summary>
    public bool IsSetToZero { get; internal init; }

    /// <summary>Name and shapes.</summary>
    public override string ToString() => (_shape, _sourceShape) switch
    {
        ([], _) when MovedInto is not null => $"{Name} [{Text(_sourceShape)}] into {MovedInto}",
        ([], _) => $"{Name} [{Text(_sourceShape)}]",
        (_, []) when IsSetToZero => $"{Name} [{Text(_shape)}] as 0",
        (_, []) => $"{Name} [{Text(_shape)}]",
        _ when _shape.AsSpan().SequenceEqual(_sourceShape) => $"{Name} [{Text(_shape)}]",
        _ => $"{Name}: [{Text(_shape)}] here, [{Text(_sourceShape)}] in the source",
    };

    private static string Text(int[] shape) => string.Join('×', shape);
}
