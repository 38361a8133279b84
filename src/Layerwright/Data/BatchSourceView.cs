namespace Layerwright;

/// <summary>Some rows of a source, read through it.</summary>
/// <param name="source">The source.</param>
/// <param name="shown">Its rows, all of which exist.</param>
internal sealed class BatchSourceView(IBatchSource source, int[] shown) : IBatchSource
{
    private int[] _rows = [];

    public int Count => shown.Length;

    public int InputLength => source.InputLength;

    public ImageShape? RowShape => source.RowShape;

    public int Classes => source.Classes;

    public IReadOnlyList<string>? ClassNames => source.ClassNames;

    public int? IgnoreLabel => source.IgnoreLabel;

    public int LabelsPerRow => source.LabelsPerRow;

    public int TargetLength => source.TargetLength;

    public void CopyInputs(ReadOnlySpan<int> rows, Span<float> destination) => source.CopyInputs(Stored(rows), destination);

    public void CopyLabels(ReadOnlySpan<int> rows, Span<int> destination) => source.CopyLabels(Stored(rows), destination);

    public void CopyTargets(ReadOnlySpan<int> rows, Span<float> destination) => source.CopyTargets(Stored(rows), destination);

    /// <summary>The source's numbers of rows, in memory that grows to the largest batch and is then used again.</summary>
    private Span<int> Stored(ReadOnlySpan<int> rows)
    {
        if (_rows.Length < rows.Length)
        {
            _rows = new int[rows.Length];
        }

        Span<int> stored = _rows.AsSpan(0, rows.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            stored[i] = shown[rows[i]];
        }

        return stored;
    }
}
