namespace Layerwright;

/// <summary>One thing that a record of training can show: a rule of the LW7 group, or LW6001's part that needs the data. A pure function.</summary>
internal abstract class Diagnosis
{
    /// <summary>The rule: <c>LW7009</c>.</summary>
    public abstract string Id { get; }

    /// <summary>The rule in a few words: <c>Dead units</c>.</summary>
    public abstract string Title { get; }

    /// <summary>The rule of the compile-time analyzers with the same cause; null where there is none, or where the finding names another.</summary>
    public virtual string? StaticRule => null;

    /// <summary>Rules whose findings are the cause of this one's: where they found something, it is not said again.</summary>
    public virtual IReadOnlyList<string> ExplainedBy => [];

    /// <summary>What the record shows, of the training until now or of the whole fit.</summary>
    /// <param name="record">The record; as much of it as there is.</param>
    public abstract IEnumerable<Finding> Examine(TrainingRecord record);

    /// <summary>A finding at the record's end.</summary>
    /// <param name="record">What it was found in.</param>
    /// <param name="severity">How much it matters.</param>
    /// <param name="message">What was seen, with figure and bound; no full stop.</param>
    /// <param name="advice">What to try; no full stop.</param>
    /// <param name="layer">The layer it is about.</param>
    /// <param name="staticRule">The rule with the same cause, where it is not <see cref="StaticRule"/>.</param>
    protected Finding Found(
        TrainingRecord record, FindingSeverity severity, string message, string advice, string? layer = null, string? staticRule = null) =>
        new(Id, Title, severity, message, advice, staticRule ?? StaticRule)
        {
            Layer = layer,
            Epoch = record.Epochs is [.., { Epoch: var epoch }] ? epoch : 1,
            Step = record.Epochs is [.., { Step: var step }] ? step : record.Steps is [.., { Step: var before }] ? before + 1 : 0,
        };
}
