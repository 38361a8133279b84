namespace Layerwright.Analyzers.Calls;

/// <summary>
/// Where the rows of a data set come from: what is known first (a symbol, or the call that made it), then each step that took a part
/// of it. Equal origins are the same rows; an origin holds the rows of every longer one that begins with it.
/// </summary>
/// <param name="Steps">The root, then the parts taken.</param>
internal sealed record DataOrigin(IReadOnlyList<object> Steps)
{
    /// <summary>A part of these rows, or a member of this object.</summary>
    public DataOrigin Then(object step) => new([.. Steps, step]);

    /// <summary>True where every row of the other is surely one of these.</summary>
    public bool Contains(DataOrigin other) => Steps.Count <= other.Steps.Count && Steps.SequenceEqual(other.Steps.Take(Steps.Count));

    /// <summary>True where both surely share rows.</summary>
    public bool Meets(DataOrigin other) => Contains(other) || other.Contains(this);
}

/// <summary>One of the parts that a call divides its rows into: two parts of the same call share none.</summary>
/// <param name="Call">The call.</param>
/// <param name="Part">Which part.</param>
internal sealed record DataPart(object Call, int Part);
