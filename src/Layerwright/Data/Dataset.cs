using System.Diagnostics;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// Rows of features, each with a label or with targets. A data set is a view: splitting and selecting share the memory that
/// it was made from and copy nothing but row numbers.
/// </summary>
/// <remarks>Immutable and safe for use by several threads, as long as nobody writes to the memory that it was made from.</remarks>
/// <example>
/// <code>
/// Dataset data = Dataset.FromLabels(pixels, labels, classes: 10, rowShape: new ImageShape(28, 28, 1));
/// var (train, validation) = data.Split(0.9, seed: 1);
/// Console.WriteLine(train);               // 54000 rows of 28×28×1, 10 classes
/// </code>
/// </example>
[DebuggerTypeProxy(typeof(DatasetView))]
public class Dataset : IBatchSource
{
    private readonly ReadOnlyMemory<float> _inputs;
    private readonly ReadOnlyMemory<int> _labels;
    private readonly ReadOnlyMemory<float> _targets;

    /// <summary>The rows of the memory that this view shows, in order; null for all of them.</summary>
    private readonly int[]? _rows;

    private Dataset(
        ReadOnlyMemory<float> inputs, ReadOnlyMemory<int> labels, ReadOnlyMemory<float> targets,
        int count, int labelsPerRow, int targetLength, int classes, int? ignoreLabel, ImageShape? rowShape)
    {
        _inputs = inputs;
        _labels = labels;
        _targets = targets;
        Count = count;
        InputLength = inputs.Length / count;
        LabelsPerRow = labelsPerRow;
        TargetLength = targetLength;
        Classes = classes;
        IgnoreLabel = ignoreLabel;
        RowShape = rowShape;
    }

    /// <summary>A view of <paramref name="source"/>: of all its rows, or of some.</summary>
    private protected Dataset(Dataset source, int[]? rows)
        : this(source._inputs, source._labels, source._targets, source.StoredRows, source.LabelsPerRow, source.TargetLength, source.Classes, source.IgnoreLabel, source.RowShape)
    {
        _rows = rows;
        Count = rows?.Length ?? source.Count;
        ClassNames = source.ClassNames;
    }

    /// <summary>Rows.</summary>
    public int Count { get; }

    /// <summary>Features in one row.</summary>
    public int InputLength { get; }

    /// <summary>The shape of a row that is an image; null for other rows.</summary>
    public ImageShape? RowShape { get; }

    /// <summary>Classes of labelled data; 0 where rows have targets.</summary>
    public int Classes { get; }

    /// <summary>What the classes are called, in the order of their numbers; null where nobody said.</summary>
    public IReadOnlyList<string>? ClassNames { get; private init; }

    /// <summary>The label of rows that shall not count, a class or not; null where every row does.</summary>
    public int? IgnoreLabel { get; }

    /// <summary>Labels of one row: 1, or one for each position (pixel, time step); 0 where rows have targets.</summary>
    public int LabelsPerRow { get; }

    /// <summary>Targets of one row; 0 where rows have labels.</summary>
    public int TargetLength { get; }

    /// <summary>True where each row has a label, or several; false where it has targets.</summary>
    public bool HasLabels => Classes > 0;

    private int StoredRows => HasLabels ? _labels.Length / LabelsPerRow : _targets.Length / TargetLength;

    /// <summary>Labelled data: one class number per row, or one for each position of a row.</summary>
    /// <param name="inputs">The rows' features, one row after the other.</param>
    /// <param name="labels">
    /// Each row's class, from 0 to <paramref name="classes"/> − 1, or its positions' classes, one row after the other.
    /// </param>
    /// <param name="classes">Number of classes, at least 2.</param>
    /// <param name="rowShape">The shape of a row that is an image (channels last).</param>
    /// <param name="ignoreLabel">
    /// A label that may stand beside the classes (say −100), for rows that shall not count; the network's loss must ignore it too.
    /// </param>
    /// <param name="labelsPerRow">
    /// Labels of one row, where networks put out classes for each position (each pixel of an image, each step of a sequence).
    /// </param>
    /// <exception cref="ArgumentException">There are no rows, lengths do not fit, or a label is out of range.</exception>
    public static Dataset FromLabels(
        ReadOnlyMemory<float> inputs, ReadOnlyMemory<int> labels, int classes, ImageShape? rowShape = null, int? ignoreLabel = null, int labelsPerRow = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(labelsPerRow, 1);
        if (labels.Length % labelsPerRow != 0)
        {
            throw new ArgumentException($"{labels.Length} labels are no whole number of rows of {labelsPerRow}.", nameof(labels));
        }

        int count = labels.Length / labelsPerRow;
        CheckInputs(inputs, count, rowShape, nameof(labels));
        ReadOnlySpan<int> values = labels.Span;
        for (int i = 0; i < values.Length; i++)
        {
            if ((uint)values[i] >= (uint)classes && values[i] != ignoreLabel)
            {
                string place = labelsPerRow > 1 ? $"Label {i % labelsPerRow}" : "The label";
                throw new ArgumentOutOfRangeException(
                    nameof(labels), values[i],
                    $"{place} of row {i / labelsPerRow} is {values[i]}; with {classes} classes labels are 0 to {classes - 1}.");
            }
        }

        return new Dataset(inputs, labels, default, count, labelsPerRow, targetLength: 0, classes, ignoreLabel, rowShape);
    }

    /// <summary>Data with targets: one number or several per row, or probabilities.</summary>
    /// <param name="inputs">The rows' features, one row after the other.</param>
    /// <param name="targets">The rows' targets, one row after the other.</param>
    /// <param name="outputLength">Targets of one row, at least 1.</param>
    /// <param name="rowShape">The shape of a row that is an image (channels last).</param>
    /// <exception cref="ArgumentException">There are no rows, lengths do not fit, or a target is not finite.</exception>
    public static Dataset FromTargets(
        ReadOnlyMemory<float> inputs, ReadOnlyMemory<float> targets, int outputLength, ImageShape? rowShape = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(outputLength, 1);
        if (targets.Length % outputLength != 0)
        {
            throw new ArgumentException($"{targets.Length} targets are no whole number of rows of {outputLength}.", nameof(targets));
        }

        int count = targets.Length / outputLength;
        CheckInputs(inputs, count, rowShape, nameof(targets));
        int bad = Domain.FirstNotFinite(targets.Span);
        if (bad >= 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Target {bad % outputLength} of row {bad / outputLength} is {targets.Span[bad]}; it must be finite."), nameof(targets));
        }

        return new Dataset(inputs, default, targets, count, labelsPerRow: 0, outputLength, classes: 0, ignoreLabel: null, rowShape);
    }

    /// <summary>The same rows with names for their classes.</summary>
    /// <param name="names">A name for each class, in the order of their numbers.</param>
    /// <exception cref="ArgumentException">There is not one name for each class, or two are the same.</exception>
    public Dataset WithClassNames(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Count != Classes || names.Distinct(StringComparer.Ordinal).Count() != names.Count)
        {
            throw new ArgumentException($"{names.Count} names were given; {Classes} classes need as many, all different.", nameof(names));
        }

        return new Dataset(this, _rows) { ClassNames = [.. names] };
    }

    /// <summary>The features of a row.</summary>
    /// <param name="row">From 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<float> Input(int row) => _inputs.Span.Slice(Stored(row) * InputLength, InputLength);

    /// <summary>The class of a row.</summary>
    /// <param name="row">From 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="InvalidOperationException">Rows have targets, or several labels each.</exception>
    public int Label(int row) => Labels(row) is [var label]
        ? label
        : throw new InvalidOperationException($"The rows of this data set have {LabelsPerRow} labels each: ask for Labels.");

    /// <summary>The classes of a row's positions; of other labelled data its class alone.</summary>
    /// <param name="row">From 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="InvalidOperationException">Rows have targets, not labels.</exception>
    public ReadOnlySpan<int> Labels(int row)
    {
        int stored = Stored(row);
        return HasLabels
            ? _labels.Span.Slice(stored * LabelsPerRow, LabelsPerRow)
            : throw new InvalidOperationException("The rows of this data set have targets, not labels.");
    }

    /// <summary>The targets of a row.</summary>
    /// <param name="row">From 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="InvalidOperationException">Rows have labels, not targets.</exception>
    public ReadOnlySpan<float> Target(int row)
    {
        int stored = Stored(row);
        return HasLabels
            ? throw new InvalidOperationException("The rows of this data set have labels, not targets.")
            : _targets.Span.Slice(stored * TargetLength, TargetLength);
    }

    /// <summary>Some of the rows, in the order given.</summary>
    /// <param name="rows">Row numbers, each from 0 to <see cref="Count"/> − 1; at least one.</param>
    /// <exception cref="ArgumentException">No rows are given, or one does not exist.</exception>
    public Dataset Subset(ReadOnlySpan<int> rows) => new(this, StoredRowsOf(rows));

    /// <summary>
    /// Divides the rows at random into two parts: one to train on, and the rest to validate or test on.
    /// </summary>
    /// <param name="trainShare">The share to train on, between 0 and 1; rounded to whole rows.</param>
    /// <param name="seed">Decides which rows go where, and their order.</param>
    /// <param name="stratified">
    /// Divide each class in this proportion, so that both parts have the mixture of the whole. Means nothing for targets and for rows
    /// of several labels.
    /// </param>
    /// <exception cref="ArgumentException">The share is not between 0 and 1, or leaves one part without rows.</exception>
    public DataSplit Split(double trainShare, ulong seed, bool stratified = true)
    {
        if (!(trainShare > 0 && trainShare < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(trainShare), trainShare, "The share to train on must lie between 0 and 1.");
        }

        int trainCount = (int)Math.Round(trainShare * Count, MidpointRounding.AwayFromZero);
        if (trainCount == 0 || trainCount == Count)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"A share of {trainShare} divides {Count} rows into {trainCount} and {Count - trainCount}; both parts need a row."),
                nameof(trainShare));
        }

        var order = new int[Count];
        Shuffling.Permute(order, seed);
        var (train, rest) = stratified && LabelsPerRow == 1
            ? Stratification.Divide(order, this, trainCount)
            : (order[..trainCount], order[trainCount..]);
        return new DataSplit(new TrainingSet(this, StoredRowsOf(train)), new Dataset(this, StoredRowsOf(rest)));
    }

    /// <summary>Divides the rows at random into parts of nearly equal size, each of which is left out once: k-fold cross-validation.</summary>
    /// <param name="k">Parts, from 2 to <see cref="Count"/>.</param>
    /// <param name="seed">Decides which rows go where, and their order.</param>
    /// <param name="stratified">
    /// Spread each class evenly over the parts. Means nothing for targets and for rows of several labels.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2 parts, or fewer rows than parts.</exception>
    public IEnumerable<Fold> Folds(int k, ulong seed, bool stratified = true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, Count);
        var order = new int[Count];
        Shuffling.Permute(order, seed);
        int[] parts = stratified && LabelsPerRow == 1 ? Stratification.Deal(order, this, k) : [.. Enumerable.Range(0, Count).Select(i => i % k)];
        return Enumerable.Range(0, k).Select(part => new Fold(
            new TrainingSet(this, StoredRowsOf(Rows(order, parts, number => number != part))),
            new Dataset(this, StoredRowsOf(Rows(order, parts, number => number == part)))));

        static int[] Rows(int[] order, int[] parts, Func<int, bool> isWanted) => [.. order.Where((_, i) => isWanted(parts[i]))];
    }

    /// <summary>All rows as training data, where the split was made elsewhere: what a normaliser is fitted on.</summary>
    public TrainingSet AsTrainingSet() => this as TrainingSet ?? new TrainingSet(this, _rows);

    /// <summary>For example <c>10000 rows of 28×28×1, 10 classes</c>.</summary>
    public override string ToString() =>
        $"{Count} rows of {RowShape?.ToString() ?? InputLength.ToString(System.Globalization.CultureInfo.InvariantCulture)}, "
        + (HasLabels ? $"{(LabelsPerRow > 1 ? $"{LabelsPerRow} labels of " : "")}{Classes} classes" : $"{TargetLength} targets");

    /// <inheritdoc/>
    public void CopyInputs(ReadOnlySpan<int> rows, Span<float> destination)
    {
        ReadOnlySpan<float> inputs = _inputs.Span;
        for (int i = 0; i < rows.Length; i++)
        {
            inputs.Slice(Stored(rows[i]) * InputLength, InputLength).CopyTo(destination.Slice(i * InputLength, InputLength));
        }
    }

    /// <inheritdoc/>
    public void CopyLabels(ReadOnlySpan<int> rows, Span<int> destination)
    {
        ReadOnlySpan<int> labels = _labels.Span;
        for (int i = 0; i < rows.Length; i++)
        {
            labels.Slice(Stored(rows[i]) * LabelsPerRow, LabelsPerRow).CopyTo(destination[(i * LabelsPerRow)..]);
        }
    }

    /// <inheritdoc/>
    public void CopyTargets(ReadOnlySpan<int> rows, Span<float> destination)
    {
        ReadOnlySpan<float> targets = _targets.Span;
        for (int i = 0; i < rows.Length; i++)
        {
            targets.Slice(Stored(rows[i]) * TargetLength, TargetLength).CopyTo(destination.Slice(i * TargetLength, TargetLength));
        }
    }

    /// <summary>The same labels or targets beside other features of the same length.</summary>
    internal Dataset WithInputs(ReadOnlyMemory<float> inputs)
    {
        var order = new int[Count];
        for (int row = 0; row < order.Length; row++)
        {
            order[row] = row;
        }

        var labels = new int[Count * LabelsPerRow];
        var targets = new float[Count * TargetLength];
        if (HasLabels)
        {
            CopyLabels(order, labels);
        }
        else
        {
            CopyTargets(order, targets);
        }

        return new Dataset(inputs, labels, targets, Count, LabelsPerRow, TargetLength, Classes, IgnoreLabel, RowShape) { ClassNames = ClassNames };
    }

    private int Stored(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Count, nameof(row));
        return _rows is null ? row : _rows[row];
    }

    private int[] StoredRowsOf(ReadOnlySpan<int> rows)
    {
        if (rows.IsEmpty)
        {
            throw new ArgumentException("A data set needs at least one row.", nameof(rows));
        }

        var stored = new int[rows.Length];
        for (int i = 0; i < stored.Length; i++)
        {
            stored[i] = Stored(rows[i]);
        }

        return stored;
    }

    private static void CheckInputs(ReadOnlyMemory<float> inputs, int rows, ImageShape? rowShape, string rowsName)
    {
        if (rows == 0 || inputs.IsEmpty)
        {
            throw new ArgumentException(
                "No rows were given; a data set needs at least one.", rows == 0 ? rowsName : nameof(inputs));
        }

        if (inputs.Length % rows != 0)
        {
            throw new ArgumentException($"{inputs.Length} inputs cannot be divided into {rows} rows of the same length.", nameof(inputs));
        }

        if (rowShape is { } shape && (shape.Height < 1 || shape.Width < 1 || shape.Channels < 1 || shape.Length != inputs.Length / rows))
        {
            throw new ArgumentException(
                $"Rows have {inputs.Length / rows} inputs, but an image of {shape} has {shape.Length}.", nameof(rowShape));
        }
    }
}
