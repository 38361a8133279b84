using System.Globalization;

namespace Layerwright.Benchmarks;

/// <summary>What a row of the table counts, and how it is written. Less is better.</summary>
internal enum Quantity
{
    /// <summary>Seconds.</summary>
    Time,

    /// <summary>Bytes, of memory or on disk.</summary>
    Memory,

    /// <summary>A quotient of two figures of ours.</summary>
    Ratio,
}

/// <summary>Figures as text, the same in every culture.</summary>
internal static class QuantityText
{
    public static string Of(double value, Quantity quantity) => quantity switch
    {
        Quantity.Ratio => Text($"{value:F2} ×"),
        Quantity.Memory => value < 1e6 ? Text($"{value / 1e3:F1} kB") : Text($"{value / 1e6:F1} MB"),
        _ => value switch
        {
            < 1e-6 => Text($"{value * 1e9:F1} ns"),
            < 1e-3 => Text($"{value * 1e6:F2} µs"),
            < 1 => Text($"{value * 1e3:F3} ms"),
            _ => Text($"{value:F2} s"),
        },
    };

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
