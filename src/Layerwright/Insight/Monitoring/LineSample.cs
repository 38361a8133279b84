using Layerwright.Kernels;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// Numbers of one layer in one pass: whole lines (of an image its pixels), taken evenly from the observed rows into places that do not depend on
/// threads.
/// </summary>
internal sealed class LineSample
{
    /// <summary>Enough for a mean within 1 % of the deviation.</summary>
    private const int MostValues = 8192;

    private readonly int _columns, _positions, _lines, _spacing;
    private readonly float[] _values;
    private int _taken;

    /// <param name="layer">The layer.</param>
    /// <param name="rows">The most rows to look at.</param>
    public LineSample(LayerInfo layer, int rows)
    {
        _positions = layer.Positions;
        _columns = layer.OutputLength / layer.Positions;
        _lines = checked(rows * _positions);
        _spacing = SpacingOf(_lines, _columns, _positions);
        _values = new float[Count(_lines) * _columns];
    }

    /// <summary>What was taken since <see cref="Clear"/>.</summary>
    public ReadOnlySpan<float> Values => _values.AsSpan(0, _taken * _columns);

    public void Clear() => _taken = 0;

    /// <summary>Takes what belongs to the sample of a block of rows; called by several threads, for different rows.</summary>
    public void Take(int firstRow, int rows, Tensor tensor)
    {
        int first = firstRow * _positions, end = Math.Min(first + (rows * _positions), _lines);
        for (int line = Count(first) * _spacing; line < end; line += _spacing)
        {
            // What fusion never stores is recomputed into scratch that may be wider.
            tensor.Row(line - first)[.._columns].CopyTo(_values.AsSpan(line / _spacing * _columns));
        }

        Raise(Count(end));
    }

    /// <summary>Lines of the sample before this line.</summary>
    private int Count(int line) => (line + _spacing - 1) / _spacing;

    private void Raise(int taken)
    {
        int known = Volatile.Read(ref _taken);
        while (known < taken)
        {
            int found = Interlocked.CompareExchange(ref _taken, taken, known);
            if (found == known)
            {
                return;
            }

            known = found;
        }
    }

    /// <summary>Every how many lines one is taken: prime to the positions of a row, so that each position has its turn.</summary>
    private static int SpacingOf(int lines, int columns, int positions)
    {
        int spacing = 1;
        while (spacing < lines && (((lines + spacing - 1) / spacing * (long)columns) > MostValues || !ArePrime(spacing, positions)))
        {
            spacing++;
        }

        return spacing;
    }

    private static bool ArePrime(int one, int other)
    {
        while (other != 0)
        {
            (one, other) = (other, one % other);
        }

        return one == 1;
    }
}
