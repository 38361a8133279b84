using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>
/// Random matrices with orthogonal rows, or columns where there are fewer of them: Gaussian vectors made orthogonal one after
/// the other (the Q of a QR decomposition whose R has a positive diagonal, so uniform among all such; PyTorch's orthogonal_).
/// Gram and Schmidt's process by blocks: all vectors of one lose what lies along those before it while these are read once.
/// </summary>
internal static class OrthogonalMatrix
{
    /// <summary>Vectors of a block: four registers, whose lanes they are.</summary>
    private const int BlockLength = 16;

    /// <summary>
    /// A vector that keeps less than this share of its length is mostly rounding: a second pass removes that (Kahan and Parlett). At
    /// this share the rest is some 1e-13, far below a float's.
    /// </summary>
    private const double LeastShare = 1.0 / 256;

    /// <summary>Draws [<paramref name="rows"/>, <paramref name="columns"/>], row after row.</summary>
    public static void Fill(CounterRandom random, int rows, int columns, float length, Span<float> values)
    {
        bool byRows = rows <= columns;
        int count = Math.Min(rows, columns), dimensions = Math.Max(rows, columns);
        double[] vectors = Draw(random, (long)count * dimensions);
        double[] block = new double[dimensions * BlockLength];
        for (int start = 0; start < count; start += BlockLength)
        {
            Span<double> upToEnd = vectors.AsSpan(0, Math.Min(start + BlockLength, count) * dimensions);
            if (Orthogonalize(upToEnd, dimensions, start, block) < LeastShare)
            {
                Orthogonalize(upToEnd, dimensions, start, block);
            }
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

    /// <summary>
    /// Makes the vectors from <paramref name="start"/> on orthogonal to those before and to one another, of length 1.
    /// </summary>
    /// <returns>The least share of its length that one of them kept.</returns>
    private static double Orthogonalize(Span<double> vectors, int dimensions, int start, Span<double> block)
    {
        Span<double> own = vectors[(start * dimensions)..];
        int count = own.Length / dimensions;
        Span<double> lengths = stackalloc double[BlockLength];
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<double> vector = own.Slice(i * dimensions, dimensions);
            lengths[i] = Math.Sqrt(Dot(vector, vector));
        }

        for (int at = 0; at < own.Length; at++)
        {
            block[(at % dimensions * BlockLength) + (at / dimensions)] = own[at];
        }

        // Blocks are of an even length, so the vectors before one go by twos.
        for (int j = 0; j < start; j += 2)
        {
            RemoveTwo(block, vectors.Slice(j * dimensions, dimensions), vectors.Slice((j + 1) * dimensions, dimensions));
        }

        for (int at = 0; at < own.Length; at++)
        {
            own[at] = block[(at % dimensions * BlockLength) + (at / dimensions)];
        }

        double least = 1;
        for (int i = 0; i < count; i++)
        {
            Span<double> vector = own.Slice(i * dimensions, dimensions);
            for (int j = 0; j < i; j++)
            {
                ReadOnlySpan<double> other = own.Slice(j * dimensions, dimensions);
                AddScaled(vector, -Dot(vector, other), other);
            }

            double length = Math.Sqrt(Dot(vector, vector));
            Scale(vector, 1 / length);
            least = Math.Min(least, length / lengths[i]);
        }

        return least;
    }

    // Each lane is a vector of the block, so that no sum depends on how many of them a register holds; no fused multiply-add.
    private static void RemoveTwo(Span<double> block, ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        Vector256<double> a0 = Vector256<double>.Zero, a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
        Span<Vector256<double>> lanes = MemoryMarshal.Cast<double, Vector256<double>>(block);
        Span<Vector256<double>> rest = lanes;
        for (int k = 0; k < first.Length && rest.Length >= 4; k++, rest = rest[4..])
        {
            Vector256<double> one = Vector256.Create(first[k]), two = Vector256.Create(second[k]);
            a0 += rest[0] * one;
            b0 += rest[0] * two;
            a1 += rest[1] * one;
            b1 += rest[1] * two;
            a2 += rest[2] * one;
            b2 += rest[2] * two;
            a3 += rest[3] * one;
            b3 += rest[3] * two;
        }

        rest = lanes;
        for (int k = 0; k < first.Length && rest.Length >= 4; k++, rest = rest[4..])
        {
            Vector256<double> one = Vector256.Create(first[k]), two = Vector256.Create(second[k]);
            rest[0] = rest[0] - (a0 * one) - (b0 * two);
            rest[1] = rest[1] - (a1 * one) - (b1 * two);
            rest[2] = rest[2] - (a2 * one) - (b2 * two);
            rest[3] = rest[3] - (a3 * one) - (b3 * two);
        }
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
