using Layerwright.Runtime;

namespace Layerwright;

/// <summary>What a gradient check found of one parameter.</summary>
/// <param name="Name">Its name in the state: <c>dense1.weight</c>.</param>
/// <param name="Shape">Its shape: <c>512×784</c>.</param>
/// <param name="Entries">The entries that were looked at.</param>
/// <param name="Along">
/// The slope along the parameter's whole gradient, which says most; of a gradient of 0 along what differences show instead. Null where they show no
/// slope either.
/// </param>
public sealed record ParameterGradient(string Name, string Shape, IReadOnlyList<GradientEntry> Entries, GradientEntry? Along)
{
    /// <summary>The entries that were looked at.</summary>
    public IReadOnlyList<GradientEntry> Entries
    {
        get;
        init => field = ValueList<GradientEntry>.Of(value);
    } = ValueList<GradientEntry>.Of(Entries);

    /// <summary>Entries that were compared.</summary>
    public int Compared => Entries.Count(entry => entry.State == GradientEntryState.Compared);

    /// <summary>Entries left out because the loss has a kink there.</summary>
    public int AtKinks => Entries.Count(entry => entry.State == GradientEntryState.AtKink);

    /// <summary>Entries left out because rounding hides them.</summary>
    public int BelowNoise => Entries.Count(entry => entry.State == GradientEntryState.BelowNoise);

    /// <summary>The entry with the gravest verdict, of several the one with the largest relative error; null where none was compared.</summary>
    public GradientEntry? Worst => Entries
        .Where(entry => entry.Verdict != GradientVerdict.Unchecked)
        .OrderByDescending(entry => entry.Verdict)
        .ThenByDescending(entry => entry.RelativeError)
        .FirstOrDefault();

    /// <summary>The gravest verdict of its entries and of <see cref="Along"/>.</summary>
    public GradientVerdict Verdict
    {
        get
        {
            GradientVerdict[] known = [.. Entries.Append(Along).OfType<GradientEntry>().Select(entry => entry.Verdict).Where(verdict => verdict != GradientVerdict.Unchecked)];
            return known.Length == 0 ? GradientVerdict.Unchecked : known.Max();
        }
    }

    /// <summary>For example <c>dense1.weight [512×784]: Right, 8 entries compared</c>.</summary>
    public override string ToString() => $"{Name} [{Shape}]: {Verdict}, {Compared} entries compared";
}
