namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>
/// A convolution of 3×3 taps by Winograd's F(2×2, 3×3), every intermediate result off by rounding: how well conditioned the detour is, which
/// adds and subtracts pixels and weights before it multiplies them (Lavin and Gray 2015).
/// </summary>
internal static class NoisyWinograd
{
    private static readonly double[][] s_input = [[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]];

    private static readonly double[][] s_weight = [[1, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]];

    private static readonly double[][] s_output = [[1, 1, 1, 0], [0, 1, -1, -1]];

    /// <summary>The outputs without biases.</summary>
    /// <param name="values">Images of <paramref name="input"/>'s shape.</param>
    /// <param name="input">Of one image.</param>
    /// <param name="output">Of one image.</param>
    /// <param name="pad">Zeros above and to the left.</param>
    /// <param name="weight">By filter, channel, row and column.</param>
    /// <param name="pass">Rounds.</param>
    public static Matrix Run(Matrix values, SpecShape input, SpecShape output, (int Top, int Left) pad, Func<int, int, int, int, double> weight, Pass pass)
    {
        var weights = new double[output.Channels, input.Channels][,];
        for (int f = 0; f < output.Channels; f++)
        {
            for (int c = 0; c < input.Channels; c++)
            {
                weights[f, c] = Transform(s_weight, 3, (y, x) => weight(f, c, y, x), pass);
            }
        }

        var result = new Matrix(values.Rows, output.Length);
        for (int row = 0; row < values.Rows; row++)
        {
            for (int top = 0; top < output.Height; top += 2)
            {
                for (int left = 0; left < output.Width; left += 2)
                {
                    AddTile(values, row, input, output, (top, left), pad, weights, result, pass);
                }
            }
        }

        return result;
    }

    private static void AddTile(
        Matrix values, int row, SpecShape input, SpecShape output, (int Top, int Left) at, (int Top, int Left) pad, double[,][,] weights, Matrix result, Pass pass)
    {
        var tiles = Enumerable.Range(0, input.Channels).Select(c => Transform(
            s_input,
            4,
            (y, x) =>
            {
                (y, x) = (at.Top + y - pad.Top, at.Left + x - pad.Left);
                return y < 0 || y >= input.Height || x < 0 || x >= input.Width ? 0 : values[row, (((y * input.Width) + x) * input.Channels) + c];
            },
            pass)).ToArray();
        for (int f = 0; f < output.Channels; f++)
        {
            var sums = new double[4, 4];
            for (int c = 0; c < input.Channels; c++)
            {
                for (int i = 0; i < 16; i++)
                {
                    sums[i / 4, i % 4] += pass.Round(tiles[c][i / 4, i % 4] * weights[f, c][i / 4, i % 4]);
                }
            }

            double[,] outputs = Transform(s_output, 4, (y, x) => pass.Round(sums[y, x]), pass);
            for (int i = 0; i < 4; i++)
            {
                int y = at.Top + (i / 2), x = at.Left + (i % 2);
                if (y < output.Height && x < output.Width)
                {
                    result[row, (((y * output.Width) + x) * output.Channels) + f] = outputs[i / 2, i % 2];
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
}
