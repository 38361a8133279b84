using System.Globalization;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>The values that a hyper-parameter may take: <see cref="LogUniform"/>, <see cref="Uniform"/>, <see cref="IntRange"/> or a <see cref="Choice{T}"/>.</summary>
public abstract record SearchRange
{
    /// <summary>A best value nearer to an end of its range than this share of the range suggests that a better one lies beyond.</summary>
    private protected const double BorderShare = 0.05;

    private protected SearchRange()
    {
    }

    /// <summary>The value at a random place of the range.</summary>
    /// <param name="place">In [0, 1).</param>
    internal abstract object At(double place);

    /// <summary>A part of the range around a value, within it; of a choice, what is among the good ones.</summary>
    /// <param name="value">The best value so far.</param>
    /// <param name="good">The values of the best trials of a round.</param>
    /// <param name="share">How large a part.</param>
    internal abstract SearchRange Around(object value, IReadOnlyList<object> good, double share);

    /// <summary>The end of the range that a value lies within 5 % of, as it is written, and whether it is the upper one; null where it lies near neither.</summary>
    internal abstract (string End, bool IsUpper)? BorderNear(object value);

    /// <summary>A value as it is written to a file.</summary>
    internal virtual string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;

    /// <summary>Its settings, the same in every culture.</summary>
    public sealed override string ToString() => RecordText.Write(GetType().Name, PrintMembers);
}
