using System.Runtime.Intrinsics;
using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>
/// Random matrices with orthogonal rows, or columns where there are fewer of them: Gaussian vectors made orthogonal one after
/// the other (the Q of a QR decomposition whose R has a positive diagonal, so uniform among all such; PyTorch's orthogonal_).
/// </summary>
internal static class OrthogonalMatrix
{
    /// <summary>Passes of Gram and Schmidt's process: the second removes what rounding left of the first (Kahan and Parlett).</summary>
    private const int Passes = 2;

    /// <summary>Draws [<paramref name="rows"/>, <paramref name="columns"/>], row after row.</summary>
    public static void Fill(CounterRandom random, int rows, int columns, float length, Span<float> values)
    {
        bool byRows = rows <= columns;
        int count = Math.Min(rows, columns), dimensions = Math.Max(rows, columns);
        double[] vectors = Draw(random, (long)count * dimensions);
        for (int i = 0; i < count; i++)
        {
            Span<double> vector = vectors.AsSpan(i * dimensions, dimensions);
            for (int pass = 0; pass < Passes; pass++)
            {
                for (int j = 0; j < i; j++)
                {
                    ReadOnlySpan<double> other = vectors.AsSpan(j * dimensions, dimensions);
                    AddScaled(vector, -Dot(vector, other), other);
                }
            }

            Scale(vector, 1 / Math.Sqrt(Dot(vector, vector)));
        }

        for (int i = 0; i < values.Length; i++)
        {
            int row = i / columns, column = i % columns;
            values[i] = (float)(length * vectors[byRows ? i : (column * dimensions) + row]);
        }
    }

    private static double[] Draw(CounterRandom random, long count)
    {
        double[] values = new double[count];
        for (long i = 0; i < count; i += 2)
        {
            (values[i], double second) = random.Gaussians((ulong)i);
            if (i + 1 < count)
            {
                values[i + 1] = second;
            }
        }

        return values;
    }

    // Four lanes on every machine, and no fused multiply-add: the same bits whatever the hardware's vectors are.
    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        Vector256<double> even = Vector256<double>.Zero, odd = even;
        int i = 0;
        for (; i <= left.Length - 8; i += 8)
        {
            even += Vector256.Create(left[i..]) * Vector256.Create(right[i..]);
            odd += Vector256.Create(left[(i + 4)..]) * Vector256.Create(right[(i + 4)..]);
        }

        Vector256<double> lanes = even + odd;
        double sum = lanes[0] + lanes[1] + lanes[2] + lanes[3];
        for (; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    private static void AddScaled(Span<double> target, double factor, ReadOnlySpan<double> addend)
    {
        Vector256<double> factors = Vector256.Create(factor);
        int i = 0;
        for (; i <= target.Length - 4; i += 4)
        {
            (Vector256.Create<double>(target[i..]) + (factors * Vector256.Create(addend[i..]))).CopyTo(target[i..]);
        }

        for (; i < target.Length; i++)
        {
            target[i] += factor * addend[i];
        }
    }

    private static void Scale(Span<double> target, double factor)
    {
        foreach (ref double value in target)
        {
            value *= factor;
        }
    }
}
