namespace Layerwright;

/// <summary>What an <see cref="IResumableObserver"/> has gathered, as a checkpoint keeps it.</summary>
public sealed record ObserverState
{
    /// <summary>Numbers by name; all their bits are kept. None by default.</summary>
    public IReadOnlyDictionary<string, float[]> Tensors { get; init; } = new Dictionary<string, float[]>();

    /// <summary>Short texts by name, such as a count in invariant culture. None by default.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();
}
