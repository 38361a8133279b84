namespace Layerwright.CodeFixes.Editing.Calls;

/// <summary>A fix that gives a setting the value the analyzer suggests: in the place of what is marked, or added to what makes the object.</summary>
public abstract class SettingFix : CallFix
{
    private readonly string _id;

    private protected SettingFix(string id)
        : base(id)
    {
        _id = id;
    }

    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(CallTarget target)
    {
        if (NewValue(target) is not { } value)
        {
            yield break;
        }

        if (target is { Argument: { } name, Creation: { } creation })
        {
            yield return Offer(Title(value), _id, target.Edits(SettingText.Add(target.Model, creation, name, value)));
        }
        else if (target is { Argument: null, Value: { } written })
        {
            yield return Offer(Title(value), _id, target.Edits([new(written.Span, value)]));
        }
    }

    /// <summary>What a person reads.</summary>
    /// <param name="value">The value as it will be written.</param>
    private protected abstract string Title(string value);

    /// <summary>The value as it will be written; null where there is none.</summary>
    internal virtual string? NewValue(CallTarget target) => target.Suggestion;
}
