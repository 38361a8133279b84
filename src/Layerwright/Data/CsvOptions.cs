using Layerwright.Runtime;

namespace Layerwright;

/// <summary>How <see cref="CsvReader"/> reads a table.</summary>
public sealed record CsvOptions
{
    /// <summary>What stands between cells. Default: a comma.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>
    /// Whether the first line names the columns. Default (null): it does where none of its cells is a number, or where it holds a name
    /// that another option asks for. A line that may be either is an error.
    /// </summary>
    public bool? HasHeader { get; init; }

    /// <summary>The column of class labels. Default: the last one. Means nothing where there are <see cref="Targets"/>.</summary>
    public CsvColumn Label { get; init; } = ^1;

    /// <summary>Columns of numbers that the network shall put out, in this order. Default: none; the rows have labels.</summary>
    public IReadOnlyList<CsvColumn> Targets
    {
        get;
        init => field = ValueList<CsvColumn>.Of(value);
    } = ValueList<CsvColumn>.Of([]);

    /// <summary>Columns that are left out: a row's number, say. Default: none.</summary>
    public IReadOnlyList<CsvColumn> Ignored
    {
        get;
        init => field = ValueList<CsvColumn>.Of(value);
    } = ValueList<CsvColumn>.Of([]);

    /// <summary>
    /// The classes' names in the order of their numbers. Default (null): what labels the file holds, text in ordinal order, whole numbers
    /// (<c>1</c>, <c>1.0</c>) by size: labels 1 … 3 are three classes named "1", "2" and "3". Numbers with a fraction, negative ones, and
    /// more than 10,000 labels (or, beyond 20, more than half as many as there are rows) are an error unless names are given. A second
    /// file may hold other labels: give it the first one's <see cref="Dataset.ClassNames"/>.
    /// </summary>
    public IReadOnlyList<string>? ClassNames
    {
        get;
        init => field = ValueList<string>.OfNullable(value);
    }

    /// <summary>What stands for cells without a value (empty, <c>NA</c>, <c>NaN</c> or <c>?</c>). Default (null): they are an error.</summary>
    public float? Missing { get; init; }

    /// <summary>Its settings, the same in every culture.</summary>
    public override string ToString() => RecordText.Write(nameof(CsvOptions), PrintMembers);
}
