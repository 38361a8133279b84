using System.Globalization;

namespace Layerwright;

/// <summary>What came of a trial.</summary>
public sealed class TrialResult
{
    internal TrialResult(
        int number, int round, ulong seed, IReadOnlyDictionary<string, object> dealt, IReadOnlyDictionary<string, string> values, double objective, bool isStopped)
    {
        Number = number;
        Round = round;
        Seed = seed;
        Dealt = dealt;
        Values = values;
        Objective = objective;
        IsStopped = isStopped;
    }

    /// <summary>The trial's number in the search, from 0.</summary>
    public int Number { get; }

    /// <summary>Its round, from 0.</summary>
    public int Round { get; }

    /// <summary>Its seed.</summary>
    public ulong Seed { get; }

    /// <summary>The values that it was dealt, as they are written: numbers in the invariant culture, choices by name.</summary>
    public IReadOnlyDictionary<string, string> Values { get; }

    /// <summary>What it reached; NaN where its training diverged.</summary>
    public double Objective { get; }

    /// <summary>True where it was ended before its time.</summary>
    public bool IsStopped { get; }

    internal IReadOnlyDictionary<string, object> Dealt { get; }

    /// <summary>For example <c>trial 12: rate 0.0031, dropout 0.42 → 0.281</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"trial {Number}: {string.Join(", ", Values.Select(value => $"{value.Key} {Short(value.Value)}"))} → {Objective:g4}{(IsStopped ? " (stopped)" : "")}");

    private static string Short(string value) => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        ? number.ToString("g4", CultureInfo.InvariantCulture)
        : value;
}
