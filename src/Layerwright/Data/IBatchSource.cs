namespace Layerwright;

/// <summary>
/// Rows by number, copied when a batch needs them: for data that does not fit in memory, such as a memory-mapped file, a folder of
/// images or a database. <see cref="Dataset"/> is one whose rows lie in memory.
/// </summary>
/// <remarks>
/// <para>
/// Rows have either labels (<see cref="Classes"/> above 0) or targets (<see cref="TargetLength"/> above 0). A row's number always means the
/// same row, so that shuffles and resumed fits see the same data. Shuffled fits ask for rows in random order: a source whose medium is slow
/// at that keeps neighbours near each other itself, or is trained with <c>Shuffle = false</c> on rows that were stored in random order.
/// </para>
/// <para>
/// Trainers ask from the thread that fits, one batch at a time, and check what they get: labels outside the classes and targets that are
/// not finite end a fit with an <see cref="InvalidDataException"/> that names the row. What a source throws itself goes on to the caller.
/// </para>
/// </remarks>
public interface IBatchSource
{
    /// <summary>Rows, at least 1; the same throughout a fit.</summary>
    int Count { get; }

    /// <summary>Features in one row.</summary>
    int InputLength { get; }

    /// <summary>The shape of a row that is an image. Default: null, no image.</summary>
    ImageShape? RowShape => null;

    /// <summary>Classes of labelled rows. Default: 0, rows have targets.</summary>
    int Classes => 0;

    /// <summary>What the classes are called, in the order of their numbers. Default: null, nobody said.</summary>
    IReadOnlyList<string>? ClassNames => null;

    /// <summary>The label of rows that shall not count; the network's loss must ignore it too. Default: null, every row counts.</summary>
    int? IgnoreLabel => null;

    /// <summary>Labels of one row: one for each position (pixel, time step) where networks tell classes of those. Default: 1 for labelled rows.</summary>
    int LabelsPerRow => Classes > 0 ? 1 : 0;

    /// <summary>Targets of one row. Default: 0, rows have labels.</summary>
    int TargetLength => 0;

    /// <summary>Copies the features of rows, one row after the other.</summary>
    /// <param name="rows">Row numbers, each from 0 to <see cref="Count"/> − 1, in any order.</param>
    /// <param name="destination">Room for at least <see cref="InputLength"/> numbers a row; the rest stays as it is.</param>
    void CopyInputs(ReadOnlySpan<int> rows, Span<float> destination);

    /// <summary>Copies the labels of rows, one row after the other. Asked only of labelled data.</summary>
    /// <param name="rows">Row numbers, each from 0 to <see cref="Count"/> − 1, in any order.</param>
    /// <param name="destination">Room for at least <see cref="LabelsPerRow"/> numbers a row; the rest stays as it is.</param>
    /// <exception cref="InvalidOperationException">Rows have targets.</exception>
    void CopyLabels(ReadOnlySpan<int> rows, Span<int> destination) =>
        throw new InvalidOperationException($"{GetType().Name} has {Classes} classes but copies no labels.");

    /// <summary>Copies the targets of rows, one row after the other. Asked only of data with targets.</summary>
    /// <param name="rows">Row numbers, each from 0 to <see cref="Count"/> − 1, in any order.</param>
    /// <param name="destination">Room for at least <see cref="TargetLength"/> numbers a row; the rest stays as it is.</param>
    /// <exception cref="InvalidOperationException">Rows have labels.</exception>
    void CopyTargets(ReadOnlySpan<int> rows, Span<float> destination) =>
        throw new InvalidOperationException($"{GetType().Name} has {TargetLength} targets a row but copies none.");
}
