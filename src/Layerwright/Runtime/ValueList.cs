using System.Collections;
using System.Runtime.CompilerServices;

namespace Layerwright.Runtime;

/// <summary>A list that cannot change and equals every other with equal elements in this order: what records hold, to be equal by value.</summary>
internal sealed class ValueList<T> : IReadOnlyList<T>
{
    /// <summary>Lists are written out up to this length.</summary>
    private const int Shown = 8;

    private readonly T[] _items;

    private ValueList(T[] items) => _items = items;

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <summary>A list's elements; itself where it is such a list already.</summary>
    /// <exception cref="ArgumentNullException">There is no list.</exception>
    public static IReadOnlyList<T> Of(IReadOnlyList<T> items, [CallerMemberName] string name = "")
    {
        ArgumentNullException.ThrowIfNull(items, name);
        return items as ValueList<T> ?? new ValueList<T>([.. items]);
    }

    /// <summary>The same, where null has a meaning of its own.</summary>
    public static IReadOnlyList<T>? OfNullable(IReadOnlyList<T>? items) => items is null ? null : Of(items);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Equal elements in the same order.</summary>
    public override bool Equals(object? obj) => obj is ValueList<T> other && _items.AsSpan().SequenceEqual(other._items, EqualityComparer<T>.Default);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (T item in _items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>The elements where they are few, else their number.</summary>
    public override string ToString() => Count <= Shown ? $"[{string.Join(", ", _items)}]" : $"[{Count} items]";
}
