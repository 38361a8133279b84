using System.ComponentModel;

namespace Layerwright.Runtime;

/// <summary>A distribution with its numbers worked out at compile time (fan, gain, slope).</summary>
/// <param name="Distribution">Its form.</param>
/// <param name="Value">Deviation, half-width, length or constant.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct Initializer(Distribution Distribution, float Value)
{
    /// <summary>N(0, <paramref name="deviation"/>²).</summary>
    public static Initializer Normal(float deviation) => new(Distribution.Normal, deviation);

    /// <summary>U(−<paramref name="halfWidth"/>, <paramref name="halfWidth"/>).</summary>
    public static Initializer Uniform(float halfWidth) => new(Distribution.Uniform, halfWidth);

    /// <summary>Orthogonal rows or columns of that <paramref name="length"/>.</summary>
    public static Initializer Orthogonal(float length) => new(Distribution.Orthogonal, length);

    /// <summary>Every element the same.</summary>
    public static Initializer Constant(float value) => new(Distribution.Constant, value);
}
