namespace Layerwright;

/// <summary>How <see cref="CsvReader"/> reads a table.</summary>
public sealed record CsvOptions
{
    /// <summary>What stands between cells. Default: a comma.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>Whether the first line names the columns. Default (null): it does where none of its cells is a number.</summary>
    public bool? HasHeader { get; init; }

    /// <summary>The column of class labels. Default: the last one. Means nothing where there are <see cref="Targets"/>.</summary>
    public CsvColumn Label { get; init; } = ^1;

    /// <summary>Columns of numbers that the network shall put out, in this order. Default: none; the rows have labels.</summary>
    public IReadOnlyList<CsvColumn> Targets { get; init; } = [];

    /// <summary>Columns that are left out: a row's number, say. Default: none.</summary>
    public IReadOnlyList<CsvColumn> Ignored { get; init; } = [];

    /// <summary>
    /// The classes' names in the order of their numbers. Default (null): labels that are whole numbers are the class numbers; others
    /// are numbered in ordinal order of what the file holds. Give a second file the first one's <see cref="Dataset.ClassNames"/>.
    /// </summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>What stands for cells without a value (empty, <c>NA</c>, <c>NaN</c> or <c>?</c>). Default (null): they are an error.</summary>
    public float? Missing { get; init; }
}
