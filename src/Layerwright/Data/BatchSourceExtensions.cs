namespace Layerwright;

/// <summary>Parts of data that does not lie in memory.</summary>
public static class BatchSourceExtensions
{
    /// <summary>Some of the rows, in the order given, as a view: rows are still read when they are needed.</summary>
    /// <param name="source">The data.</param>
    /// <param name="rows">Row numbers, each from 0 to <see cref="IBatchSource.Count"/> − 1; at least one.</param>
    /// <exception cref="ArgumentException">No rows are given, or one does not exist.</exception>
    public static IBatchSource Subset(this IBatchSource source, ReadOnlySpan<int> rows)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source is Dataset data)
        {
            return data.Subset(rows);
        }

        CheckRows(source, rows);
        return new BatchSourceView(source, rows.ToArray());
    }

    /// <summary>
    /// Some of the rows, in the order given, in memory: a sample that a <see cref="Normalizer"/> is fitted on (through
    /// <see cref="Dataset.AsTrainingSet"/>), or that sanity checks look at. Of a <see cref="Dataset"/> it is a view.
    /// </summary>
    /// <param name="source">The data.</param>
    /// <param name="rows">Row numbers, each from 0 to <see cref="IBatchSource.Count"/> − 1; at least one.</param>
    /// <exception cref="ArgumentException">No rows are given, or one does not exist.</exception>
    /// <exception cref="InvalidDataException">A row has a label that is no class, or a target that is not finite.</exception>
    public static Dataset ToDataset(this IBatchSource source, ReadOnlySpan<int> rows)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source is Dataset data)
        {
            return data.Subset(rows);
        }

        CheckRows(source, rows);
        var inputs = new float[checked(rows.Length * source.InputLength)];
        source.CopyInputs(rows, inputs);
        return source.Classes > 0 ? Labelled(source, rows, inputs) : Targeted(source, rows, inputs);
    }

    private static Dataset Labelled(IBatchSource source, ReadOnlySpan<int> rows, float[] inputs)
    {
        var labels = new int[checked(rows.Length * source.LabelsPerRow)];
        SourceRows.CopyLabels(source, rows, labels);
        Dataset data = Dataset.FromLabels(inputs, labels, source.Classes, source.RowShape, source.IgnoreLabel, source.LabelsPerRow);
        return source.ClassNames is { } names ? data.WithClassNames(names) : data;
    }

    private static Dataset Targeted(IBatchSource source, ReadOnlySpan<int> rows, float[] inputs)
    {
        var targets = new float[checked(rows.Length * source.TargetLength)];
        SourceRows.CopyTargets(source, rows, targets, areProbabilities: false);
        return Dataset.FromTargets(inputs, targets, source.TargetLength, source.RowShape);
    }

    private static void CheckRows(IBatchSource source, ReadOnlySpan<int> rows)
    {
        if (rows.IsEmpty)
        {
            throw new ArgumentException("At least one row is needed.", nameof(rows));
        }

        int bad = rows.IndexOfAnyExceptInRange(0, source.Count - 1);
        if (bad >= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(rows), rows[bad], $"There is no such row; rows are 0 to {source.Count - 1}.");
        }
    }
}
