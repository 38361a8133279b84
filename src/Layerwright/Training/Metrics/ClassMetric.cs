using System.Globalization;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>A metric of one class against all others, or of all classes.</summary>
/// <param name="Class">
/// The class or, where outputs are independent yes-or-no answers, the output; null for the metric's own choice.
/// </param>
/// <exception cref="ArgumentOutOfRangeException">The class is negative.</exception>
public abstract record ClassMetric(int? Class) : Metric
{
    /// <summary>The class or output, or null.</summary>
    public int? Class { get; init => field = NotNegative(value); } = NotNegative(Class);

    /// <summary>Its name in tables, with the class in parentheses where one is chosen: <c>Recall(2)</c>.</summary>
    public sealed override string Name => Class is { } label ? $"{Stem}({label.ToString(CultureInfo.InvariantCulture)})" : Stem;

    private protected abstract string Stem { get; }

    /// <exception cref="ArgumentException">There is no such class, or targets are no classes.</exception>
    private protected void Check(int outputLength, TargetKind target)
    {
        if (target is TargetKind.None or TargetKind.Values)
        {
            throw NotFor(target);
        }

        if (Class >= outputLength)
        {
            throw new ArgumentException($"{Name} cannot be measured: the network has {outputLength} outputs, 0 to {outputLength - 1}.");
        }
    }

    private static int? NotNegative(int? value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value ?? 0, nameof(Class));
        return value;
    }
}
