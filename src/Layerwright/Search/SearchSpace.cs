namespace Layerwright;

/// <summary>The hyper-parameters of a search, by name: <c>new SearchSpace { ["rate"] = new LogUniform(1e-4, 1e-1) }</c>.</summary>
public sealed class SearchSpace
{
    private readonly List<KeyValuePair<string, SearchRange>> _ranges = [];

    /// <summary>The hyper-parameters in the order in which they were named.</summary>
    public IReadOnlyList<KeyValuePair<string, SearchRange>> Ranges => _ranges.AsReadOnly();

    /// <summary>A hyper-parameter's range.</summary>
    /// <param name="name">Its name; without commas, quotes and line breaks, since it heads a column of a search's file.</param>
    /// <exception cref="ArgumentException">The name is not usable, or has a range already.</exception>
    /// <exception cref="KeyNotFoundException">There is no such hyper-parameter.</exception>
    public SearchRange this[string name]
    {
        get => _ranges.Find(range => range.Key == name) is { Value: { } found }
            ? found
            : throw new KeyNotFoundException($"The search has no '{name}'; it has {string.Join(", ", _ranges.Select(range => range.Key))}.");
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(name);
            ArgumentNullException.ThrowIfNull(value);
            if (name.AsSpan().IndexOfAny(",\"\r\n") >= 0 || TrialLog.Own.Contains(name, StringComparer.Ordinal))
            {
                throw new ArgumentException($"'{name}' cannot name a hyper-parameter: no commas, quotes or line breaks, and none of {string.Join(", ", TrialLog.Own)}.", nameof(name));
            }

            if (_ranges.Exists(range => range.Key == name))
            {
                throw new ArgumentException($"'{name}' has a range already.", nameof(name));
            }

            _ranges.Add(new(name, value));
        }
    }

    /// <summary>Parts of the ranges around the values of the best trial, and of choices what good ones have.</summary>
    internal SearchSpace Around(TrialResult best, IReadOnlyList<TrialResult> good, double share)
    {
        var narrowed = new SearchSpace();
        narrowed._ranges.AddRange(_ranges.Select(range => KeyValuePair.Create(range.Key, range.Value.Around(
            best.Dealt.Values[range.Key], [.. good.Select(trial => trial.Dealt.Values[range.Key])], share))));
        return narrowed;
    }

    /// <summary>For example <c>rate LogUniform { Low = 0.0001, High = 0.1 }, width IntRange { Low = 16, High = 256 }</c>.</summary>
    public override string ToString() => string.Join(", ", _ranges.Select(range => $"{range.Key} {range.Value}"));
}
