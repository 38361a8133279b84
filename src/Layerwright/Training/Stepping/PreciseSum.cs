using System.Numerics.Tensors;

namespace Layerwright.Runtime;

/// <summary>
/// Sums over many weights or gradients that keep their digits: runs in single precision, then in double, in a fixed order.
/// </summary>
internal static class PreciseSum
{
    private const int Run = 512;

    /// <summary>Σ x².</summary>
    public static double OfSquares(ReadOnlySpan<float> values)
    {
        double sum = 0;
        for (; !values.IsEmpty; values = values[Math.Min(Run, values.Length)..])
        {
            sum += TensorPrimitives.SumOfSquares(values[..Math.Min(Run, values.Length)]);
        }

        return sum;
    }

    /// <summary>Σ |x|.</summary>
    public static double OfMagnitudes(ReadOnlySpan<float> values)
    {
        double sum = 0;
        for (; !values.IsEmpty; values = values[Math.Min(Run, values.Length)..])
        {
            sum += TensorPrimitives.SumOfMagnitudes(values[..Math.Min(Run, values.Length)]);
        }

        return sum;
    }
}
