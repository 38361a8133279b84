using System.Numerics.Tensors;

namespace Layerwright;

/// <summary>
/// Eigenvalues and eigenvectors of a symmetric matrix in double precision: reflections bring it to three diagonals (Householder),
/// rotations to one (implicit QL with Wilkinson's shifts). See Golub and Van Loan, Matrix Computations, 8.3.
/// </summary>
internal static class SymmetricEigen
{
    /// <summary>Shifts after which an eigenvalue counts as lost; two or three are usual.</summary>
    private const int MostShifts = 60;

    /// <summary>Decomposes a matrix, which is overwritten.</summary>
    /// <param name="matrix">n × n, row by row; symmetric.</param>
    /// <param name="n">Its size.</param>
    /// <returns>The eigenvalues from the largest down, and the eigenvectors of length 1 as rows in the same order.</returns>
    /// <exception cref="ArithmeticException">The matrix holds numbers that are not finite, or so large that their squares are not.</exception>
    public static (double[] Values, double[] Vectors) Decompose(double[] matrix, int n)
    {
        if (!Array.TrueForAll(matrix, double.IsFinite))
        {
            throw new ArithmeticException("The matrix holds numbers that are not finite.");
        }

        double[] diagonal = new double[n], beside = new double[n], vectors = Identity(n);
        Tridiagonalize(matrix, n, diagonal, beside, vectors);
        Diagonalize(n, diagonal, beside, vectors);
        return Sorted(n, diagonal, vectors);
    }

    private static double[] Identity(int n)
    {
        var identity = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            identity[i * n + i] = 1;
        }

        return identity;
    }

    /// <summary>matrix = Qᵀ·T·Q with T's diagonals in <paramref name="diagonal"/> and <paramref name="beside"/>; the rows of Q go to <paramref name="rows"/>.</summary>
    private static void Tridiagonalize(double[] matrix, int n, double[] diagonal, double[] beside, double[] rows)
    {
        double[] mirror = new double[n], product = new double[n];
        for (int k = 0; k < n; k++)
        {
            diagonal[k] = matrix[k * n + k];
            int length = n - k - 1;
            if (length == 0)
            {
                break;
            }

            Span<double> v = mirror.AsSpan(0, length);
            matrix.AsSpan(k * n + k + 1, length).CopyTo(v);
            double norm = TensorPrimitives.Norm<double>(v);
            beside[k] = v[0] > 0 ? -norm : norm;
            v[0] -= beside[k];
            double square = TensorPrimitives.SumOfSquares<double>(v);
            if (square == 0)
            {
                continue; // nothing to reflect
            }

            Reflect(matrix, n, k + 1, v, 2 / square, product.AsSpan(0, length));
            ReflectRows(rows, n, k + 1, v, 2 / square, product);
        }
    }

    /// <summary>A ← H·A·H for the part of the matrix from <paramref name="first"/> on, H = I − factor·v·vᵀ.</summary>
    private static void Reflect(double[] matrix, int n, int first, ReadOnlySpan<double> v, double factor, Span<double> product)
    {
        for (int i = 0; i < v.Length; i++)
        {
            product[i] = factor * TensorPrimitives.Dot(matrix.AsSpan((first + i) * n + first, v.Length), v);
        }

        double share = -factor / 2 * TensorPrimitives.Dot<double>(product, v);
        TensorPrimitives.MultiplyAdd(v, share, product, product);
        for (int i = 0; i < v.Length; i++)
        {
            Span<double> row = matrix.AsSpan((first + i) * n + first, v.Length);
            TensorPrimitives.MultiplyAdd(product, -v[i], row, row);
            TensorPrimitives.MultiplyAdd(v, -product[i], row, row);
        }
    }

    /// <summary>Rows ← H·rows.</summary>
    private static void ReflectRows(double[] rows, int n, int first, ReadOnlySpan<double> v, double factor, Span<double> sum)
    {
        sum.Clear();
        for (int i = 0; i < v.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(rows.AsSpan((first + i) * n, n), v[i], sum, sum);
        }

        for (int i = 0; i < v.Length; i++)
        {
            Span<double> row = rows.AsSpan((first + i) * n, n);
            TensorPrimitives.MultiplyAdd(sum, -factor * v[i], row, row);
        }
    }

    private static void Diagonalize(int n, double[] diagonal, double[] beside, double[] rows)
    {
        var spare = new double[n];
        for (int first = 0; first < n; first++)
        {
            for (int shifts = 0, last = EndOfPart(n, first, diagonal, beside); last > first; last = EndOfPart(n, first, diagonal, beside))
            {
                if (++shifts > MostShifts)
                {
                    throw new ArithmeticException($"No eigenvalue was found in {MostShifts} shifts.");
                }

                Chase(n, first, last, diagonal, beside, rows, spare);
            }
        }
    }

    /// <summary>Where the part that begins at <paramref name="first"/> ends: beside its last element nothing is left but rounding.</summary>
    private static int EndOfPart(int n, int first, double[] diagonal, double[] beside)
    {
        int last = first;
        while (last < n - 1 && Math.Abs(beside[last]) > double.Epsilon
            && Math.Abs(diagonal[last]) + Math.Abs(diagonal[last + 1]) + Math.Abs(beside[last]) != Math.Abs(diagonal[last]) + Math.Abs(diagonal[last + 1]))
        {
            last++;
        }

        return last;
    }

    /// <summary>One shifted step: rotations from the end of a part to its beginning.</summary>
    private static void Chase(int n, int first, int last, double[] diagonal, double[] beside, double[] rows, double[] spare)
    {
        double half = (diagonal[first + 1] - diagonal[first]) / (2 * beside[first]);
        double bulge = diagonal[last] - diagonal[first] + beside[first] / (half + Math.CopySign(double.Hypot(half, 1), half));
        double sine = 1, cosine = 1, moved = 0;
        for (int i = last - 1; i >= first; i--)
        {
            double across = sine * beside[i], along = cosine * beside[i], length = double.Hypot(across, bulge);
            beside[i + 1] = length;
            if (length == 0)
            {
                // The part falls in two.
                diagonal[i + 1] -= moved;
                beside[last] = 0;
                return;
            }

            (sine, cosine) = (across / length, bulge / length);
            double rest = diagonal[i + 1] - moved, turned = (diagonal[i] - rest) * sine + 2 * cosine * along;
            moved = sine * turned;
            diagonal[i + 1] = rest + moved;
            bulge = cosine * turned - along;
            Rotate(rows.AsSpan(i * n, n), rows.AsSpan((i + 1) * n, n), cosine, sine, spare);
        }

        diagonal[first] -= moved;
        beside[first] = bulge;
        beside[last] = 0;
    }

    /// <summary>upper ← cosine·upper − sine·lower, lower ← sine·upper + cosine·lower.</summary>
    private static void Rotate(Span<double> upper, Span<double> lower, double cosine, double sine, Span<double> spare)
    {
        TensorPrimitives.Multiply(lower, cosine, spare);
        TensorPrimitives.MultiplyAdd(upper, sine, spare, spare);
        TensorPrimitives.Multiply(upper, cosine, upper);
        TensorPrimitives.MultiplyAdd(lower, -sine, upper, upper);
        spare.CopyTo(lower);
    }

    private static (double[] Values, double[] Vectors) Sorted(int n, double[] values, double[] vectors)
    {
        int[] order = [.. Enumerable.Range(0, n).OrderByDescending(i => values[i])];
        double[] sortedValues = new double[n], sortedVectors = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            sortedValues[i] = values[order[i]];
            vectors.AsSpan(order[i] * n, n).CopyTo(sortedVectors.AsSpan(i * n));
        }

        return (sortedValues, sortedVectors);
    }
}
