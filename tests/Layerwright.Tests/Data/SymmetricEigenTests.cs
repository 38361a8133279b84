namespace Layerwright.Tests.Data;

public class SymmetricEigenTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(64)]
    [InlineData(129)]
    public void A_matrix_of_known_eigenvalues_is_taken_apart(int n)
    {
        // Turned by random plane rotations, the diagonal is hidden and the eigenvalues are kept.
        var random = new Random(n);
        double[] values = [.. Enumerable.Range(0, n).Select(i => Math.Pow(10, random.NextDouble() * 6 - 4) * (i % 5 == 4 ? -1 : 1))];
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            matrix[i * n + i] = values[i];
        }

        for (int turn = 0; n > 1 && turn < 20 * n; turn++)
        {
            int p = random.Next(n), q = (p + 1 + random.Next(n - 1)) % n;
            Turn(matrix, n, p, q, random.NextDouble() * Math.Tau);
        }

        AssertTakenApart(matrix, n, [.. values.OrderDescending()], 100 * 1e-12);
    }

    [Fact]
    public void Equal_eigenvalues_and_zeros_have_axes_too()
    {
        AssertTakenApart([2, 0, 0, 0, 2, 0, 0, 0, 2], 3, [2, 2, 2], 1e-14);
        AssertTakenApart(new double[16], 4, [0, 0, 0, 0], 1e-14);

        // The mean of all against the rest: one eigenvalue n, all others 0.
        int n = 40;
        AssertTakenApart([.. Enumerable.Repeat(1.0, n * n)], n, [n, .. new double[n - 1]], 1e-12);
    }

    [Fact]
    public void A_tridiagonal_matrix_has_the_eigenvalues_that_the_formula_gives()
    {
        // 2 on the diagonal, −1 beside it: 2 − 2·cos(k·π/(n + 1)).
        int n = 50;
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            matrix[i * n + i] = 2;
            if (i > 0)
            {
                matrix[i * n + i - 1] = matrix[(i - 1) * n + i] = -1;
            }
        }

        AssertTakenApart(matrix, n, [.. Enumerable.Range(1, n).Select(k => 2 - 2 * Math.Cos(k * Math.PI / (n + 1))).OrderDescending()], 1e-12);
    }

    [Fact]
    public void What_is_not_finite_is_refused() =>
        Assert.Throws<ArithmeticException>(() => SymmetricEigen.Decompose([1, double.NaN, 0, double.NaN, 1, 1, 0, 1, 1], 3));

    private static void AssertTakenApart(double[] matrix, int n, double[] expected, double tolerance)
    {
        var (values, vectors) = SymmetricEigen.Decompose([.. matrix], n);
        for (int i = 0; i < n; i++)
        {
            Assert.Equal(expected[i], values[i], tolerance);
            for (int j = 0; j < n; j++)
            {
                Assert.Equal(i == j ? 1 : 0, Dot(vectors, vectors, n, i, j), 1e-12);

                // A·v = λ·v, an element at a time.
                Assert.Equal(values[i] * vectors[i * n + j], Dot(matrix, vectors, n, j, i), tolerance);
            }
        }
    }

    private static double Dot(double[] left, double[] right, int n, int row, int otherRow) =>
        Enumerable.Range(0, n).Sum(k => left[row * n + k] * right[otherRow * n + k]);

    private static void Turn(double[] matrix, int n, int p, int q, double angle)
    {
        var (sine, cosine) = Math.SinCos(angle);
        for (int k = 0; k < n; k++)
        {
            (double a, double b) = (matrix[p * n + k], matrix[q * n + k]);
            (matrix[p * n + k], matrix[q * n + k]) = (cosine * a - sine * b, sine * a + cosine * b);
        }

        for (int k = 0; k < n; k++)
        {
            (double a, double b) = (matrix[k * n + p], matrix[k * n + q]);
            (matrix[k * n + p], matrix[k * n + q]) = (cosine * a - sine * b, sine * a + cosine * b);
        }
    }
}
