using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// Every parameter and running statistic of a network (or every gradient of a step) by PyTorch's name, in the order of
/// declaration.
/// </summary>
/// <example>
/// <code>
/// foreach ((string name, StateEntry entry) in net.State)
/// {
///     Console.WriteLine(entry);           // dense1.weight [512×784]
/// }
///
/// net.State["dense1.bias"].CopyFrom(new float[512]);
/// </code>
/// </example>
[DebuggerTypeProxy(typeof(StateDictionaryView))]
public sealed class StateDictionary : IReadOnlyDictionary<string, StateEntry>
{
    private readonly StateEntry[] _entries;
    private readonly Dictionary<string, StateEntry> _byName;

    private StateDictionary(StateEntry[] entries)
    {
        _entries = entries;
        _byName = new(entries.Length, StringComparer.Ordinal);
        foreach (StateEntry entry in entries)
        {
            _byName.Add(entry.Name, entry);
        }
    }

    /// <inheritdoc/>
    public int Count => _entries.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _entries.Select(entry => entry.Name);

    /// <inheritdoc/>
    public IEnumerable<StateEntry> Values => _entries;

    internal ReadOnlySpan<StateEntry> Entries => _entries;

    /// <summary>The entry of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message lists what there is.</exception>
    public StateEntry this[string key] => _byName.TryGetValue(key, out StateEntry? entry)
        ? entry
        : throw new KeyNotFoundException($"There is no '{key}'; there are {string.Join(", ", Keys)}.");

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _byName.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out StateEntry value) => _byName.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, StateEntry>> GetEnumerator()
    {
        foreach (StateEntry entry in _entries)
        {
            yield return new(entry.Name, entry);
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A network's own state: writes raise its version.</summary>
    internal static StateDictionary Of(ParameterStore store)
    {
        var entries = new StateEntry[store.Infos.Length];
        for (int i = 0; i < entries.Length; i++)
        {
            entries[i] = new(store.Infos[i], i, store);
        }

        return new(entries);
    }

    /// <summary>Gradients (or moments) of everything that is trained.</summary>
    internal static StateDictionary OfTrainable(ReadOnlySpan<ParameterInfo> infos, WeightArray values) =>
        Of(infos, values, static info => info.IsTrainable);

    /// <summary>A copy of a network's state.</summary>
    internal static StateDictionary OfCopy(ReadOnlySpan<ParameterInfo> infos, WeightArray values) => Of(infos, values, static _ => true);

    private static StateDictionary Of(ReadOnlySpan<ParameterInfo> infos, WeightArray values, Predicate<ParameterInfo> belongs)
    {
        var entries = new List<StateEntry>();
        for (int i = 0; i < infos.Length; i++)
        {
            if (belongs(infos[i]))
            {
                entries.Add(new(infos[i], i, values));
            }
        }

        return new([.. entries]);
    }

    /// <summary>For example <c>12 entries of 5,018 numbers</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Count} entries of {_entries.Sum(entry => (long)entry.Length):n0} numbers");
}
