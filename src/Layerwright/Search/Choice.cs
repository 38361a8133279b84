using System.Globalization;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>One of some named values, each equally likely: activations, widths, types of networks to make.</summary>
/// <typeparam name="T">What is chosen.</typeparam>
public sealed record Choice<T> : SearchRange
{
    private readonly IReadOnlyList<(string Name, T Value)> _options;

    /// <summary>The values to choose from.</summary>
    /// <param name="options">Each with the name that stands for it in a search's file; all different.</param>
    /// <exception cref="ArgumentException">There are none, or two have the same name.</exception>
    public Choice(params (string Name, T Value)[] options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Length == 0 || options.Select(option => option.Name).Distinct(StringComparer.Ordinal).Count() < options.Length)
        {
            throw new ArgumentException("A choice needs values, each with a name of its own.", nameof(options));
        }

        _options = ValueList<(string, T)>.Of(options);
    }

    /// <summary>The values' names.</summary>
    public IReadOnlyList<string> Names => ValueList<string>.Of([.. _options.Select(option => option.Name)]);

    internal override object At(double place) => _options[Math.Min(_options.Count - 1, (int)(place * _options.Count))];

    internal override SearchRange Around(object value, IReadOnlyList<object> good, double share)
    {
        string[] kept = [.. good.Append(value).Select(Text)];
        return new Choice<T>([.. _options.Where(option => kept.Contains(option.Name, StringComparer.Ordinal))]);
    }

    internal override (string End, bool IsUpper)? BorderNear(object value) => null;

    internal override string Text(object value) => (((string Name, T Value))value).Name;
}

/// <summary>Makes choices.</summary>
public static class Choice
{
    /// <summary>A choice between values that name themselves.</summary>
    /// <param name="values">Texts, numbers, types: what <c>ToString</c> tells apart.</param>
    /// <exception cref="ArgumentException">There are none, or two have the same name.</exception>
    public static Choice<T> Of<T>(params T[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new([.. values.Select(value => (Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", value))]);
    }
}
