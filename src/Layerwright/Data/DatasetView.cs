using System.Diagnostics;

namespace Layerwright;

/// <summary>A data set in a debugger: its first rows.</summary>
internal sealed class DatasetView(Dataset data)
{
    /// <summary>A debugger that unfolds more shows nobody anything.</summary>
    private const int Most = 100;

    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public DatasetRow[] Rows => [.. Enumerable.Range(0, Math.Min(Most, data.Count)).Select(row => new DatasetRow(data, row))];
}

/// <summary>A row in a debugger.</summary>
[DebuggerDisplay("{Text,nq}")]
internal sealed class DatasetRow(Dataset data, int row)
{
    public float[] Input => data.Input(row).ToArray();

    public int[] Labels => data.HasLabels ? data.Labels(row).ToArray() : [];

    public float[] Target => data.HasLabels ? [] : data.Target(row).ToArray();

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Text => data.LabelsPerRow switch
    {
        0 => FormattableString.Invariant($"target {string.Join(", ", Target.Select(value => FormattableString.Invariant($"{value:g4}")))}"),
        1 => data.ClassNames is { } names && data.Label(row) is >= 0 and var label && label < names.Count ? $"{label} {names[label]}" : FormattableString.Invariant($"{data.Label(row)}"),
        var many => $"{many} labels",
    };
}
