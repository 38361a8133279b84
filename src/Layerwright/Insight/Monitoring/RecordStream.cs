using System.Runtime.InteropServices;

namespace Layerwright;

/// <summary>
/// What a monitor knows, as a row of numbers with all their bits. One method of each part serves both ways: what is written passes through <c>Take</c>
/// unchanged, and what is read comes back from it in the same order.
/// </summary>
internal sealed class RecordStream
{
    /// <summary>No number, apart from every NaN that arithmetic gives.</summary>
    private const ulong Absent = 0x7FF8_0000_4C57_0001;

    private readonly List<double> _numbers = [];
    private int _place;

    /// <summary>A stream to write.</summary>
    public RecordStream()
    {
    }

    /// <summary>A stream to read.</summary>
    /// <param name="tensor">What <see cref="ToTensor"/> gave.</param>
    public RecordStream(ReadOnlySpan<float> tensor)
    {
        IsReading = true;
        _numbers.AddRange(MemoryMarshal.Cast<float, double>(tensor));
    }

    /// <summary>Whether numbers come back; else they are kept.</summary>
    public bool IsReading { get; }

    /// <summary>Everything was read.</summary>
    public bool IsAtEnd => _place == _numbers.Count;

    /// <summary>All numbers, each as two floats that hold its bits.</summary>
    public float[] ToTensor() => MemoryMarshal.Cast<double, float>(CollectionsMarshal.AsSpan(_numbers)).ToArray();

    public double Take(double value)
    {
        if (!IsReading)
        {
            _numbers.Add(value);
            return value;
        }

        return _place < _numbers.Count ? _numbers[_place++] : throw new InvalidDataException($"The checkpoint's monitor ends after {_numbers.Count} numbers.");
    }

    public float Take(float value) => (float)Take((double)value);

    public double? Take(double? value)
    {
        double taken = Take(value ?? BitConverter.UInt64BitsToDouble(Absent));
        return BitConverter.DoubleToUInt64Bits(taken) == Absent ? null : taken;
    }

    public bool Take(bool value) => Take(value ? 1.0 : 0) != 0;

    /// <summary>A whole number of at most 53 bits.</summary>
    public long Take(long value)
    {
        double taken = Take((double)value);
        return taken == Math.Floor(taken) && Math.Abs(taken) < 1L << 53 ? (long)taken : throw new InvalidDataException(FormattableString.Invariant($"The checkpoint's monitor has {taken} for a whole number."));
    }

    public int Take(int value)
    {
        long taken = Take((long)value);
        return taken is >= int.MinValue and <= int.MaxValue ? (int)taken : throw new InvalidDataException($"The checkpoint's monitor has {taken} for a number of 32 bits.");
    }

    /// <summary>How many there are of something.</summary>
    /// <param name="count">How many there are now.</param>
    /// <param name="largest">How many there may be.</param>
    public int TakeCount(int count, int largest)
    {
        int taken = Take(count);
        return taken >= 0 && taken <= largest ? taken : throw new InvalidDataException($"The checkpoint's monitor has {taken} of what there are at most {largest}.");
    }

    /// <summary>Numbers of which there are as many on both sides.</summary>
    public void Take(Span<double> values)
    {
        foreach (ref double value in values)
        {
            value = Take(value);
        }
    }

    /// <summary>A list; what is read replaces it.</summary>
    /// <param name="items">The list.</param>
    /// <param name="blank">What an item is made from when it is read.</param>
    /// <param name="take">Takes one item.</param>
    public void Take<T>(List<T> items, T blank, Func<RecordStream, T, T> take)
    {
        int count = TakeCount(items.Count, IsReading ? _numbers.Count - _place : items.Count);
        if (IsReading)
        {
            items.Clear();
            for (int i = 0; i < count; i++)
            {
                items.Add(take(this, blank));
            }
        }
        else
        {
            items.ForEach(item => take(this, item));
        }
    }

    /// <summary>A histogram, or none.</summary>
    public Histogram? Take(Histogram? histogram)
    {
        if (!Take(histogram is not null))
        {
            return null;
        }

        double low = Take(histogram?.Low ?? 0), high = Take(histogram?.High ?? 0);
        var counts = new long[TakeCount(histogram?.Counts.Count ?? 0, ValueStatistics.Bins)];
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] = Take(IsReading ? 0 : histogram!.Counts[i]);
        }

        return new(low, high, counts);
    }
}
