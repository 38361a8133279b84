using System.Diagnostics;
using System.Globalization;
using System.Numerics.Tensors;
using System.Text;

namespace Layerwright;

/// <summary>How often rows of each class were taken for each class: what a classifier gets wrong, and for what.</summary>
[DebuggerDisplay("{Classes} classes, {Total} rows, accuracy {Accuracy}")]
public sealed class ConfusionMatrix
{
    private readonly long[] _counts;

    internal ConfusionMatrix(int classes)
    {
        Classes = classes;
        _counts = new long[classes * classes];
    }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Rows counted.</summary>
    public long Total => TensorPrimitives.Sum<long>(_counts);

    /// <summary>The share of rows on the diagonal; NaN without rows.</summary>
    public double Accuracy
    {
        get
        {
            long right = 0;
            for (int label = 0; label < Classes; label++)
            {
                right += this[label, label];
            }

            return (double)right / Total;
        }
    }

    /// <summary>Rows of one class that were taken for another, or for itself.</summary>
    /// <param name="actual">The rows' label.</param>
    /// <param name="predicted">The class predicted for them.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public long this[int actual, int predicted]
    {
        get
        {
            CheckClass(actual, nameof(actual));
            CheckClass(predicted, nameof(predicted));
            return _counts[actual * Classes + predicted];
        }
    }

    /// <summary>Rows of one class.</summary>
    /// <param name="actual">The rows' label.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public long ClassTotal(int actual)
    {
        CheckClass(actual, nameof(actual));
        return TensorPrimitives.Sum<long>(_counts.AsSpan(actual * Classes, Classes));
    }

    /// <summary>The share of a class's rows that were recognised (its recall); NaN where it has no rows.</summary>
    /// <param name="actual">The rows' label.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double ClassAccuracy(int actual) => (double)this[actual, actual] / ClassTotal(actual);

    /// <summary>A table: a line for each label, a column for each prediction, and each class's accuracy.</summary>
    public override string ToString() => ToString(null);

    /// <summary>A table with names instead of class numbers.</summary>
    /// <param name="classNames">A name for each class; null for their numbers.</param>
    /// <exception cref="ArgumentException">There are more or fewer names than classes.</exception>
    public string ToString(IReadOnlyList<string>? classNames)
    {
        if (classNames is not null && classNames.Count != Classes)
        {
            throw new ArgumentException($"{classNames.Count} names for {Classes} classes.", nameof(classNames));
        }

        string[] names = [.. Enumerable.Range(0, Classes)
            .Select(label => classNames is null ? Number(label) : $"{Number(label)} {classNames[label]}")];
        const string corner = "actual \\ predicted";
        int first = Math.Max(corner.Length, names.Max(name => name.Length));
        int width = Math.Max(Number(_counts.Max()).Length, Number(Classes - 1).Length) + 2;

        // Columns carry numbers even where lines carry names: names would not fit above the counts.
        var text = new StringBuilder(corner.PadRight(first));
        for (int label = 0; label < Classes; label++)
        {
            text.Append(Number(label).PadLeft(width));
        }

        text.Append("   accuracy");
        for (int actual = 0; actual < Classes; actual++)
        {
            text.Append('\n').Append(names[actual].PadRight(first));
            for (int predicted = 0; predicted < Classes; predicted++)
            {
                text.Append(Number(this[actual, predicted]).PadLeft(width));
            }

            string share = ClassTotal(actual) == 0 ? "–" : FormattableString.Invariant($"{100 * ClassAccuracy(actual):f1} %");
            text.Append(share.PadLeft("   accuracy".Length));
        }

        return text.ToString();
    }

    /// <summary>Adds the rows of a batch: the most probable class of each is what was predicted.</summary>
    internal void Add(ReadOnlySpan<float> predictions, ReadOnlySpan<int> labels)
    {
        for (int row = 0; row < labels.Length; row++)
        {
            int predicted = TensorPrimitives.IndexOfMax(predictions.Slice(row * Classes, Classes));
            _counts[labels[row] * Classes + predicted]++;
        }
    }

    private void CheckClass(int label, string name)
    {
        if (label < 0 || label >= Classes)
        {
            throw new ArgumentOutOfRangeException(name, label, $"There is no such class; classes are 0 to {Classes - 1}.");
        }
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
