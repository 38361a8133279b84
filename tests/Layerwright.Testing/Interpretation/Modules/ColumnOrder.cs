namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>
/// How a vector that is an image laid out flat stands to the user. Modules compute in PyTorch's order (channels, height, width), so that
/// parameters need no permutation of their own; the network shows (height, width, channels). A layer that mixes its inputs has an order
/// of its own until a sum or a reshape says which.
/// </summary>
internal sealed class ColumnOrder
{
    private static readonly Func<int[]?> s_given = () => null;

    private readonly Func<int[]?>? _indices;
    private ColumnOrder? _same;

    private ColumnOrder(Func<int[]?>? indices) => _indices = indices;

    /// <summary>Whether the user gave it.</summary>
    public bool IsGiven => Root._indices == s_given;

    /// <summary>Whether nothing has said yet.</summary>
    public bool IsFree => Root._indices is null;

    /// <summary>The order that the user gave: the network's own input.</summary>
    public static ColumnOrder Given() => new(s_given);

    /// <summary>Not known yet; as it stands if nothing ever says.</summary>
    public static ColumnOrder Free() => new(null);

    /// <summary>An image, or a sequence as an image of one row, channel after channel.</summary>
    public static ColumnOrder Flattened(SpecShape image)
    {
        int[] indices = new int[image.Length];
        for (int i = 0; i < indices.Length; i++)
        {
            indices[i] = (i % image.Channels * image.Positions) + (i / image.Channels);
        }

        return new(() => indices);
    }

    /// <summary>Vectors one after the other.</summary>
    public static ColumnOrder Joined(IReadOnlyList<(ColumnOrder Order, int Length)> parts) => new(() =>
    {
        var joined = new List<int>();
        foreach (var (order, length) in parts)
        {
            int start = joined.Count;
            joined.AddRange((order.Indices ?? Enumerable.Range(0, length)).Select(index => start + index));
        }

        return [.. joined];
    });

    /// <summary>What is added element by element has one order.</summary>
    public void Unite(ColumnOrder other)
    {
        ColumnOrder one = Root, two = other.Root;
        if (one != two && one.IsFree)
        {
            one._same = two;
        }
        else if (one != two)
        {
            two._same = one;
        }
    }

    /// <summary>From the order that modules compute in to the user's.</summary>
    public Matrix Show(Matrix computed) => Indices is { } indices ? Take(computed, i => indices[i]) : computed;

    /// <summary>From the user's order to the one that modules compute in.</summary>
    public Matrix Hide(Matrix shown) => Indices is { } indices ? Take(shown, i => Array.IndexOf(indices, i)) : shown;

    /// <summary>Where the user sees a column that modules compute.</summary>
    public int Shown(int computed) => Indices is { } indices ? Array.IndexOf(indices, computed) : computed;

    private int[]? Indices => Root._indices?.Invoke();

    private ColumnOrder Root => _same?.Root ?? this;

    private static Matrix Take(Matrix matrix, Func<int, int> source)
    {
        var result = new Matrix(matrix.Rows, matrix.Columns);
        for (int column = 0; column < matrix.Columns; column++)
        {
            int from = source(column);
            for (int row = 0; row < matrix.Rows; row++)
            {
                result[row, column] = matrix[row, from];
            }
        }

        return result;
    }
}
