using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

/// <summary>Learned slopes: the function, its derivative, and the slopes' own gradient.</summary>
[Trait("Kernels", "EveryWidth")]
public class SlopeTests
{
    private const int Rows = 5;

    public static TheoryData<int> ColumnCounts => [.. Numbers.ColumnCounts];

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void Values_and_gradients_follow_their_column_s_slope_or_the_one_there_is(int columns)
    {
        float[,] x = Numbers.Small(Rows, columns, 1), dy = Numbers.Small(Rows, columns, 2);
        float[] slopes = Numbers.Row(columns, 3);
        x[0, 0] = 0;

        Check(x, memory => new PReLU(memory.Vector(-0.3f)), (r, c) => x[r, c] > 0 ? x[r, c] : -0.3f * x[r, c]);
        Check(x, memory => new ChannelPReLU(memory.Vector(slopes)), (r, c) => x[r, c] > 0 ? x[r, c] : slopes[c] * x[r, c]);
        Check(dy, memory => new PReLUGradient(memory.Padded(x), memory.Vector(-0.3f)), (r, c) => x[r, c] > 0 ? dy[r, c] : -0.3f * dy[r, c]);
        Check(
            dy,
            memory => new ChannelPReLUGradient(memory.Padded(x), memory.Vector(slopes)),
            (r, c) => x[r, c] > 0 ? dy[r, c] : slopes[c] * dy[r, c]);
    }

    [Theory]
    [InlineData(1, 1, 32)]
    [InlineData(2, 3, 32)]
    [InlineData(33, 17, 32)]
    [InlineData(100, 65, 8)]
    public void Slope_gradients_are_sums_over_the_negative_inputs_of_the_batch(int rows, int columns, int rowsPerBlock)
    {
        KernelMemory memory = new();
        float[,] input = Numbers.Small(rows, columns, 1), gradient = Numbers.Small(rows, columns, 2);
        Tensor x = memory.Padded(input), dy = memory.Padded(gradient), each = memory.Padded(1, columns), all = memory.Padded(1, 1);
        int blocks = (rows + rowsPerBlock - 1) / rowsPerBlock;
        Tensor parts = memory.Padded(2 * blocks, columns);

        // From the last block to the first: the order of gathering must not matter.
        for (int block = blocks - 1; block >= 0; block--)
        {
            int first = block * rowsPerBlock;
            Elementwise.Observe(
                Math.Min(rowsPerBlock, rows - first), new GatherSlopeSums(dy.FromRow(first), x.FromRow(first), parts.FromRow(2 * block)));
        }

        BlockStatistics statistics = new(parts, rows, rowsPerBlock);
        BatchSums.Combine(statistics, each);
        SlopeGradient.CombineAll(statistics, all);

        double[] expected = [.. Enumerable.Range(0, columns).Select(column =>
            Enumerable.Range(0, rows).Sum(row => (double)gradient[row, column] * Math.Min(input[row, column], 0)))];
        for (int column = 0; column < columns; column++)
        {
            Assert.Equal(expected[column], each.Row(0)[column], 1e-5);
        }

        Assert.Equal(expected.Sum(), all.Row(0)[0], 1e-5 * columns);
        Assert.All(KernelMemory.Padding(each, 0).Concat(KernelMemory.Padding(all, 0)), zero => Assert.Equal(0f, zero));
        KernelMemory.AssertNothingBehindRows(each, 1);
        KernelMemory.AssertNothingBehindRows(all, 1);
    }

    private static void Check<TEpilogue>(float[,] values, Func<KernelMemory, TEpilogue> create, Func<int, int, float> expected)
        where TEpilogue : struct, IEpilogue
    {
        KernelMemory memory = new();
        int columns = values.GetLength(1);
        Tensor output = memory.Padded(Rows, columns);

        Elementwise.Run(Rows, memory.Padded(values), output, create(memory));

        for (int row = 0; row < Rows; row++)
        {
            Assert.Equal(Enumerable.Range(0, columns).Select(column => expected(row, column)), output.Row(row).ToArray());
            Assert.All(KernelMemory.Padding(output, row), zero => Assert.Equal(0f, zero));
        }

        KernelMemory.AssertNothingBehindRows(output, Rows);
    }
}
