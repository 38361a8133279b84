using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

/// <summary>Softmax and its logarithm as layers, beside double precision.</summary>
[Trait("Kernels", "EveryWidth")]
public class SoftmaxTests
{
    private const int Rows = 5;

    public static TheoryData<int> ColumnCounts => [.. Numbers.ColumnCounts];

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void Rows_of_probabilities_and_of_their_logarithms_are_those_of_double_precision(int columns)
    {
        foreach (float size in new[] { 1f, 30f, 10_000f })
        {
            float[,] x = Scaled(Numbers.Small(Rows, columns, 1), size);
            double[,] logarithms = Logarithms(x);
            Check(x, (rows, input, output) => LogSoftmax.Run(rows, input, output, default(None)), (r, c) => logarithms[r, c], 3e-7 * (1 + size));
            Check(x, (rows, input, output) => Softmax.Run(rows, input, output, default(None)), (r, c) => Math.Exp(logarithms[r, c]), 3e-6);
        }
    }

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void Gradients_are_those_of_double_precision(int columns)
    {
        float[,] x = Scaled(Numbers.Small(Rows, columns, 1), 3), dy = Numbers.Small(Rows, columns, 2);
        double[,] logarithms = Logarithms(x);
        float[,] outputs = Map(logarithms, Math.Exp), logarithmic = Map(logarithms, y => y);
        double Sum(int row, Func<int, double> term) => Enumerable.Range(0, columns).Sum(column => dy[row, column] * term(column));

        KernelMemory memory = new();
        Tensor y = memory.Padded(outputs), logs = memory.Padded(logarithmic);
        Check(
            dy,
            (rows, gradient, result) => Softmax.Backward(rows, gradient, y, result, default(None)),
            (r, c) => outputs[r, c] * (dy[r, c] - Sum(r, column => outputs[r, column])),
            1e-6);
        Check(
            dy,
            (rows, gradient, result) => LogSoftmax.Backward(rows, gradient, logs, result, default(None)),
            (r, c) => dy[r, c] - (outputs[r, c] * Sum(r, _ => 1)),
            1e-6 * columns);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(21)]
    public void The_epilogue_takes_the_result_at_its_place(int columns)
    {
        float[,] x = Numbers.Small(Rows, columns, 1), addend = Numbers.Small(Rows, columns, 2), dy = Numbers.Small(Rows, columns, 3);
        double[,] logarithms = Logarithms(x);
        float[,] outputs = Map(logarithms, Math.Exp);
        KernelMemory memory = new();
        Tensor more = memory.Padded(addend), y = memory.Padded(outputs), logs = memory.Padded(Map(logarithms, y => y));
        double Sum(int row, Func<int, double> term) => Enumerable.Range(0, columns).Sum(column => dy[row, column] * term(column));

        Check(x, (rows, input, output) => Softmax.Run(rows, input, output, new AddTensor(more)), (r, c) => outputs[r, c] + (double)addend[r, c], 1e-6);
        Check(x, (rows, input, output) => LogSoftmax.Run(rows, input, output, new AddTensor(more)), (r, c) => logarithms[r, c] + addend[r, c], 1e-6);
        Check(
            dy,
            (rows, gradient, result) => Softmax.Backward(rows, gradient, y, result, new AddTensor(more)),
            (r, c) => (outputs[r, c] * (dy[r, c] - Sum(r, column => outputs[r, column]))) + addend[r, c],
            1e-6);
        Check(
            dy,
            (rows, gradient, result) => LogSoftmax.Backward(rows, gradient, logs, result, new AddTensor(more)),
            (r, c) => dy[r, c] - (outputs[r, c] * Sum(r, _ => 1)) + addend[r, c],
            1e-6 * columns);
    }

    [Fact]
    public void NaN_spreads_over_its_row_alone()
    {
        KernelMemory memory = new();
        float[,] x = Numbers.Small(3, 20, 1);
        x[1, 17] = float.NaN;
        Tensor input = memory.Padded(x), output = memory.Padded(3, 20);

        Softmax.Run(3, input, output, default(None));
        Assert.All(output.Row(1).ToArray(), value => Assert.True(float.IsNaN(value)));
        Assert.All(output.Row(0).ToArray().Concat(output.Row(2).ToArray()), value => Assert.InRange(value, 0f, 1f));

        LogSoftmax.Run(3, input, output, default(None));
        Assert.All(output.Row(1).ToArray(), value => Assert.True(float.IsNaN(value)));
        Assert.All(output.Row(0).ToArray().Concat(output.Row(2).ToArray()), value => Assert.True(value <= 0));
    }

    // Apart, and over the input itself.
    private static void Check(float[,] values, Action<int, Tensor, Tensor> run, Func<int, int, double> expected, double tolerance)
    {
        foreach (bool inPlace in new[] { false, true })
        {
            KernelMemory memory = new();
            int columns = values.GetLength(1);
            Tensor input = memory.Padded(values), output = inPlace ? input : memory.Padded(Rows, columns);

            run(Rows, input, output);

            for (int row = 0; row < Rows; row++)
            {
                for (int column = 0; column < columns; column++)
                {
                    Assert.Equal(expected(row, column), output.Row(row)[column], tolerance);
                }

                Assert.All(KernelMemory.Padding(output, row), zero => Assert.Equal(0f, zero));
            }

            KernelMemory.AssertNothingBehindRows(output, Rows);
        }
    }

    private static double[,] Logarithms(float[,] x)
    {
        int columns = x.GetLength(1);
        var result = new double[Rows, columns];
        for (int row = 0; row < Rows; row++)
        {
            double max = Enumerable.Range(0, columns).Max(column => x[row, column]);
            double sum = max + Math.Log(Enumerable.Range(0, columns).Sum(column => Math.Exp(x[row, column] - max)));
            for (int column = 0; column < columns; column++)
            {
                result[row, column] = x[row, column] - sum;
            }
        }

        return result;
    }

    private static float[,] Scaled(float[,] values, float factor) => Map(values, value => value * factor);

    private static float[,] Map<T>(T[,] values, Func<T, double> map)
    {
        var result = new float[values.GetLength(0), values.GetLength(1)];
        for (int row = 0; row < result.GetLength(0); row++)
        {
            for (int column = 0; column < result.GetLength(1); column++)
            {
                result[row, column] = (float)map(values[row, column]);
            }
        }

        return result;
    }
}
