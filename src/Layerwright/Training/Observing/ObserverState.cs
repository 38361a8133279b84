namespace Layerwright;

/// <summary>What an <see cref="IResumableObserver"/> has gathered, as a checkpoint keeps it.</summary>
public sealed record ObserverState
{
    /// <summary>Numbers by name; all their bits are kept. None by default.</summary>
    public IReadOnlyDictionary<string, float[]> Tensors { get; init; } = new Dictionary<string, float[]>();

    /// <summary>Short texts by name, such as a count in invariant culture. None by default.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>For example <c>12 tensors, 2 facts</c>.</summary>
    public override string ToString() => $"{Tensors.Count} tensors, {Facts.Count} facts";

    /// <summary>Equal facts, and tensors of equal numbers.</summary>
    /// <param name="other">Another state.</param>
    public bool Equals(ObserverState? other) =>
        other is not null
        && Facts.Count == other.Facts.Count && Facts.All(fact => other.Facts.TryGetValue(fact.Key, out string? text) && text == fact.Value)
        && Tensors.Count == other.Tensors.Count
        && Tensors.All(tensor => other.Tensors.TryGetValue(tensor.Key, out float[]? numbers) && numbers.AsSpan().SequenceEqual(tensor.Value));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Facts.Count, Tensors.Count);
}
