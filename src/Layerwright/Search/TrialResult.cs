using System.Globalization;

namespace Layerwright;

/// <summary>What came of a trial.</summary>
public sealed class TrialResult
{
    internal TrialResult(DealtTrial dealt, double objective, bool isStopped, IReadOnlyList<(int Epoch, double Value)> course)
    {
        Dealt = dealt;
        Objective = objective;
        IsStopped = isStopped;
        Course = course;
    }

    /// <summary>The trial's number in the search, from 0.</summary>
    public int Number => Dealt.Number;

    /// <summary>Its round, from 0.</summary>
    public int Round => Dealt.Round;

    /// <summary>Epochs that its round gave it.</summary>
    public int Epochs => Dealt.Epochs;

    /// <summary>Its seed.</summary>
    public ulong Seed => Dealt.Seed;

    /// <summary>The values that it was dealt, as they are written: numbers in the invariant culture, choices by name.</summary>
    public IReadOnlyDictionary<string, string> Values => Dealt.Texts;

    /// <summary>What it reached; NaN where its training diverged or the objective gave no finite number.</summary>
    public double Objective { get; }

    /// <summary>True where its training diverged, or the objective gave no finite number.</summary>
    public bool IsDiverged => !double.IsFinite(Objective);

    /// <summary>True where it was ended before its time.</summary>
    public bool IsStopped { get; }

    internal DealtTrial Dealt { get; }

    /// <summary>What it told after each epoch.</summary>
    internal IReadOnlyList<(int Epoch, double Value)> Course { get; }

    /// <summary>A number that it was dealt, from a <see cref="LogUniform"/>, <see cref="Uniform"/> or <see cref="IntRange"/>, with all its bits.</summary>
    /// <param name="name">The hyper-parameter.</param>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    /// <exception cref="InvalidOperationException">It is a choice.</exception>
    public double this[string name] => Dealt.Real(name);

    /// <summary>A whole number that it was dealt, from an <see cref="IntRange"/>.</summary>
    /// <param name="name">The hyper-parameter.</param>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    /// <exception cref="InvalidOperationException">It is not of an <see cref="IntRange"/>.</exception>
    public int Integer(string name) => Dealt.Integer(name);

    /// <summary>What was chosen for it, from a <see cref="Choice{T}"/>.</summary>
    /// <param name="name">The hyper-parameter.</param>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    /// <exception cref="InvalidOperationException">It is no choice of that type.</exception>
    public T Choose<T>(string name) => Dealt.Choose<T>(name);

    /// <summary>For example <c>trial 12: rate 0.0031, dropout 0.42 → 0.281</c>, or <c>→ diverged</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Dealt} → {Reached}{(IsStopped ? " (stopped)" : "")}");

    private string Reached => IsDiverged ? "diverged" : Objective.ToString("g4", CultureInfo.InvariantCulture);

    /// <summary>A value as it is shown: numbers with four digits.</summary>
    internal static string Short(string value) => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        ? number.ToString("g4", CultureInfo.InvariantCulture)
        : value;
}
