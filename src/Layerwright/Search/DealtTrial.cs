namespace Layerwright;

/// <summary>A trial before it runs: its place in the search and the values that it was dealt.</summary>
internal sealed class DealtTrial(int number, int round, int epochs, ulong seed, IReadOnlyDictionary<string, object> values, IReadOnlyDictionary<string, string> texts)
{
    public int Number { get; } = number;

    public int Round { get; } = round;

    public int Epochs { get; } = epochs;

    public ulong Seed { get; } = seed;

    public IReadOnlyDictionary<string, object> Values { get; } = values;

    /// <summary>The values as they are written.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; } = texts;

    public double Real(string name) => Value(name) switch
    {
        double number => number,
        int number => number,
        _ => throw new InvalidOperationException($"'{name}' is a choice and no number: ask for Choose<T>(\"{name}\")."),
    };

    public int Integer(string name) => Value(name) is int number
        ? number
        : throw new InvalidOperationException($"'{name}' is not of an IntRange.");

    public T Choose<T>(string name) => Value(name) is ValueTuple<string, T> choice
        ? choice.Item2
        : throw new InvalidOperationException($"'{name}' is no choice of {typeof(T).Name}.");

    private object Value(string name) => Values.TryGetValue(name, out object? value)
        ? value
        : throw new KeyNotFoundException($"The search has no '{name}'; it has {string.Join(", ", Values.Keys)}.");

    /// <summary>For example <c>trial 12: rate 0.0031, dropout 0.42</c>.</summary>
    public override string ToString() => $"trial {Number}: {string.Join(", ", Texts.Select(value => $"{value.Key} {TrialResult.Short(value.Value)}"))}";
}
