namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>
/// A convolution of 3×3 taps by Winograd's F(2×2, 3×3) or F(4×4, 3×3), every intermediate result off by rounding: how well conditioned the detour is, which
/// adds and subtracts pixels and weights before it multiplies them (Lavin and Gray 2015).
/// </summary>
internal static class NoisyWinograd
{
    private static readonly double s_near = Math.Sqrt(0.5), s_far = Math.Sqrt(2);

    private static readonly Matrices s_two = new(
        [[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]],
        [[1, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]],
        [[1, 1, 1, 0], [0, 1, -1, -1]]);

    private static readonly Matrices s_four = new(
        [
            [1, 0, -2.5, 0, 1, 0], [0, -s_far, -2, s_near, 1, 0], [0, s_far, -2, -s_near, 1, 0],
            [0, -s_near, -0.5, s_far, 1, 0], [0, s_near, -0.5, -s_far, 1, 0], [0, 1, 0, -2.5, 0, 1],
        ],
        [
            [1, 0, 0], [-2 / 3.0, -2 / 3.0 * s_near, -1 / 3.0], [-2 / 3.0, 2 / 3.0 * s_near, -1 / 3.0],
            [1 / 6.0, s_far / 6, 1 / 3.0], [1 / 6.0, -s_far / 6, 1 / 3.0], [0, 0, 1],
        ],
        [
            [1, 1, 1, 1, 1, 0], [0, s_near, -s_near, s_far, -s_far, 0], [0, 0.5, 0.5, 2, 2, 0], [0, s_near / 2, -s_near / 2, 2 * s_far, -2 * s_far, 1],
        ]);

    /// <summary>The outputs without biases.</summary>
    /// <param name="size">Outputs of a tile along an axis, two or four.</param>
    /// <param name="values">Images of <paramref name="input"/>'s shape.</param>
    /// <param name="input">Of one image.</param>
    /// <param name="output">Of one image.</param>
    /// <param name="pad">Zeros above and to the left.</param>
    /// <param name="weight">By filter, channel, row and column.</param>
    /// <param name="pass">Rounds.</param>
    public static Matrix Run(int size, Matrix values, SpecShape input, SpecShape output, (int Top, int Left) pad, Func<int, int, int, int, double> weight, Pass pass)
    {
        var matrices = size == 2 ? s_two : s_four;
        var weights = new double[output.Channels, input.Channels][,];
        for (int f = 0; f < output.Channels; f++)
        {
            for (int c = 0; c < input.Channels; c++)
            {
                weights[f, c] = Transform(matrices.Weight, 3, (y, x) => weight(f, c, y, x), pass);
            }
        }

        var result = new Matrix(values.Rows, output.Length);
        for (int row = 0; row < values.Rows; row++)
        {
            for (int top = 0; top < output.Height; top += size)
            {
                for (int left = 0; left < output.Width; left += size)
                {
                    AddTile(matrices, values, row, input, output, (top, left), pad, weights, result, pass);
                }
            }
        }

        return result;
    }

    private static void AddTile(
        Matrices matrices, Matrix values, int row, SpecShape input, SpecShape output, (int Top, int Left) at, (int Top, int Left) pad, double[,][,] weights, Matrix result, Pass pass)
    {
        int size = matrices.Output.Length, side = matrices.Input.Length;
        var tiles = Enumerable.Range(0, input.Channels).Select(c => Transform(
            matrices.Input,
            side,
            (y, x) =>
            {
                (y, x) = (at.Top + y - pad.Top, at.Left + x - pad.Left);
                return y < 0 || y >= input.Height || x < 0 || x >= input.Width ? 0 : values[row, (((y * input.Width) + x) * input.Channels) + c];
            },
            pass)).ToArray();
        for (int f = 0; f < output.Channels; f++)
        {
            var sums = new double[side, side];
            for (int c = 0; c < input.Channels; c++)
            {
                for (int i = 0; i < side * side; i++)
                {
                    sums[i / side, i % side] += pass.Round(tiles[c][i / side, i % side] * weights[f, c][i / side, i % side]);
                }
            }

            double[,] outputs = Transform(matrices.Output, side, (y, x) => pass.Round(sums[y, x]), pass);
            for (int i = 0; i < size * size; i++)
            {
                int y = at.Top + (i / size), x = at.Left + (i % size);
                if (y < output.Height && x < output.Width)
                {
                    result[row, (((y * output.Width) + x) * output.Channels) + f] = outputs[i / size, i % size];
                }
            }
        }
    }

    // A·v·Aᵀ, rounded after each of the two products.
    private static double[,] Transform(double[][] a, int size, Func<int, int, double> v, Pass pass)
    {
        var half = new double[a.Length, size];
        var whole = new double[a.Length, a.Length];
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 0; j < size; j++)
            {
                half[i, j] = pass.Round(Enumerable.Range(0, size).Sum(k => a[i][k] * v(k, j)));
            }
        }

        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 0; j < a.Length; j++)
            {
                whole[i, j] = pass.Round(Enumerable.Range(0, size).Sum(k => half[i, k] * a[j][k]));
            }
        }

        return whole;
    }

    private sealed record Matrices(double[][] Input, double[][] Weight, double[][] Output);
}
