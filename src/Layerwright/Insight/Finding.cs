namespace Layerwright;

/// <summary>Something that a sanity check or a monitor found while a network ran, as a compiler warning that needs the data.</summary>
/// <param name="Id">The rule: <c>LW7001</c> to <c>LW7017</c>, or LW6001.</param>
/// <param name="Title">The rule in a few words: <c>Dead units</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What was seen, where, with the figure and the bound.</param>
/// <param name="Advice">A sentence that says what to try.</param>
/// <param name="StaticRule">The rule of the compile-time analyzers with the same cause, <c>LW3001</c>; null where there is none.</param>
public sealed record Finding(string Id, string Title, FindingSeverity Severity, string Message, string Advice, string? StaticRule = null)
{
    /// <summary>The layer that it is about, by its name in the network's summary; null where it is about the whole network.</summary>
    public string? Layer { get; init; }

    /// <summary>The epoch in which it was found, from 1; null outside a fit.</summary>
    public int? Epoch { get; init; }

    /// <summary>Updates made before it was found; null outside a fit.</summary>
    public long? Step { get; init; }

    /// <summary>For example <c>LW7009 warning, Dead units: … Try … (see LW3007)</c>.</summary>
    public override string ToString() =>
        $"{Id} {(Severity == FindingSeverity.Warning ? "warning" : "note")}, {Title}: {Message}. {Advice}{(StaticRule is null ? "" : $" (see {StaticRule})")}";
}
