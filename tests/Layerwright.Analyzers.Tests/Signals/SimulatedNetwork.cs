using System.Numerics;

namespace Layerwright.Analyzers.Tests.Signals;

/// <summary>
/// Square layers of weights and an activation, drawn and run as a textbook has it, with nothing of the product in it: what the signal
/// and the gradient really are as training starts.
/// </summary>
internal sealed class SimulatedNetwork
{
    private readonly int _rows;
    private readonly int _width;
    private readonly List<float[]> _weights = [];
    private readonly List<double[]> _sums = [];

    /// <param name="activation">tanh, sigmoid, ReLU or SELU.</param>
    /// <param name="deviation">Of the weights.</param>
    /// <param name="layers">How many.</param>
    /// <param name="width">Inputs and units of each.</param>
    /// <param name="rows">Rows of the batch.</param>
    public SimulatedNetwork(string activation, double deviation, int layers, int width, int rows)
    {
        (_rows, _width) = (rows, width);
        var random = new Random(7);
        var (function, slope) = Functions(activation);
        double[] signal = Draw(random, rows * width, 1);
        for (int i = 0; i < layers; i++)
        {
            _weights.Add([.. Draw(random, width * width, deviation).Select(weight => (float)weight)]);
            _sums.Add(Product(signal, _weights[i], transposed: false));
            signal = [.. _sums[i].Select(function)];
            Deviations.Add(Deviation(signal));
        }

        double[] gradient = Draw(random, rows * width, 1);
        for (int i = layers - 1; i >= 0; i--)
        {
            gradient = [.. gradient.Zip(_sums[i], (behind, sum) => behind * slope(sum))];
            Gradients.Insert(0, Math.Sqrt(gradient.Average(value => value * value)));
            gradient = Product(gradient, _weights[i], transposed: true);
        }
    }

    /// <summary>Of what leaves each layer.</summary>
    public List<double> Deviations { get; } = [];

    /// <summary>Root mean square of the gradient before each activation, for a random one of size 1 behind the last.</summary>
    public List<double> Gradients { get; } = [];

    /// <summary>The share of the first layer's outputs of which something holds.</summary>
    public double FirstShare(Func<double, bool> holds) => _sums[0].Count(holds) / (double)_sums[0].Length;

    private static (Func<double, double> Function, Func<double, double> Slope) Functions(string activation) => activation switch
    {
        "Tanh" => (Math.Tanh, x => 1 - (Math.Tanh(x) * Math.Tanh(x))),
        "Sigmoid" => (Logistic, x => Logistic(x) * (1 - Logistic(x))),
        "ReLU" => (x => Math.Max(x, 0), x => x > 0 ? 1 : 0),
        _ => (x => 1.0507 * (x > 0 ? x : 1.67326 * (Math.Exp(x) - 1)), x => 1.0507 * (x > 0 ? 1 : 1.67326 * Math.Exp(x))),
    };

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    private static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    private static double[] Draw(Random random, int count, double deviation)
    {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++)
        {
            // Box and Muller.
            numbers[i] = deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        }

        return numbers;
    }

    private double[] Product(double[] signal, float[] weights, bool transposed)
    {
        float[] numbers = [.. signal.Select(value => (float)value)];
        double[] product = new double[_rows * _width];
        float[] row = new float[_width];
        for (int r = 0; r < _rows; r++)
        {
            Array.Clear(row);
            for (int i = 0; i < _width; i++)
            {
                var line = weights.AsSpan(i * _width, _width);
                if (transposed)
                {
                    row[i] = Dot(line, numbers.AsSpan(r * _width, _width));
                }
                else
                {
                    Add(line, numbers[(r * _width) + i], row);
                }
            }

            for (int i = 0; i < _width; i++)
            {
                product[(r * _width) + i] = row[i];
            }
        }

        return product;
    }

    private static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = Vector<float>.Zero;
        for (int i = 0; i < left.Length; i += Vector<float>.Count)
        {
            sum += new Vector<float>(left[i..]) * new Vector<float>(right[i..]);
        }

        return Vector.Sum(sum);
    }

    private static void Add(ReadOnlySpan<float> line, float factor, Span<float> row)
    {
        for (int i = 0; i < line.Length; i += Vector<float>.Count)
        {
            (new Vector<float>(row[i..]) + (new Vector<float>(line[i..]) * factor)).CopyTo(row[i..]);
        }
    }
}
