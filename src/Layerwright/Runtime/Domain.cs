using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Layerwright.Runtime;

/// <summary>Checks of numbers. Those of settings give the value back, or throw and name it.</summary>
internal static class Domain
{
    /// <summary>More threads than any machine gains from: a larger number is taken for a mistake.</summary>
    public const int MostThreads = 1024;

    /// <summary>A finite number ≥ 0.</summary>
    public static float NotNegative(float value, [CallerMemberName] string name = "") =>
        value >= 0 && float.IsFinite(value) ? value : throw Out(value, name, "a finite number, 0 or more");

    /// <summary>A finite number &gt; 0.</summary>
    public static float Positive(float value, [CallerMemberName] string name = "") =>
        value > 0 && float.IsFinite(value) ? value : throw Out(value, name, "a finite number above 0");

    /// <summary>A number in [0, 1).</summary>
    public static float Share(float value, [CallerMemberName] string name = "") =>
        value is >= 0 and < 1 ? value : throw Out(value, name, "in 0 (included) to 1 (not included)");

    /// <summary>A number in [0, 1].</summary>
    public static float Between0And1(float value, [CallerMemberName] string name = "") =>
        value is >= 0 and <= 1 ? value : throw Out(value, name, "from 0 to 1");

    /// <summary>A whole number ≥ <paramref name="least"/>.</summary>
    public static int AtLeast(int least, int value, [CallerMemberName] string name = "")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        return value;
    }

    /// <summary>A number of epochs, at least 1, or null.</summary>
    public static int? Epochs(int? value, [CallerMemberName] string name = "") =>
        value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be 1 or more.");

    /// <summary>A number of threads: 0 for as many as there are processors, up to <see cref="MostThreads"/>.</summary>
    public static int Threads(int value, string name) => value is >= 0 and <= MostThreads
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be 0 (as many as there are processors) to {MostThreads}.");

    /// <summary>The index of the first number that is NaN or infinite, or −1.</summary>
    public static int FirstNotFinite(ReadOnlySpan<float> values) =>
        TensorPrimitives.IsFiniteAll(values) ? -1 : values.IndexOfAnyExceptInRange(float.MinValue, float.MaxValue);

    private static ArgumentOutOfRangeException Out(float value, string name, string domain) =>
        new(name, value, $"{name} must be {domain}.");
}
