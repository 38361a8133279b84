using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

[Trait("Kernels", "EveryWidth")]
public class DropoutTests
{
    [Fact]
    public void The_mask_is_the_same_on_every_machine()
    {
        ulong checksum = 0;
        foreach (bool isKept in Mask(key: 0x0123456789ABCDEF, rate: 0.4, firstRow: 3, rows: 41, columns: 77))
        {
            checksum = checksum * 31 + (isKept ? 1UL : 0);
        }

        Assert.Equal(1151219274686748293UL, checksum);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void As_many_elements_are_dropped_as_the_rate_says(double rate)
    {
        bool[] mask = Mask(key: 99, rate, firstRow: 0, rows: 400, columns: 300);
        double deviation = Math.Sqrt(rate * (1 - rate) / mask.Length);
        Assert.Equal(1 - rate, mask.Average(isKept => isKept ? 1 : 0), 4 * deviation);
    }

    [Fact]
    public void Neighbours_steps_and_layers_are_independent()
    {
        const int Rows = 300, Columns = 300;
        bool[] mask = Mask(1, 0.5, 0, Rows, Columns), next = Mask(2, 0.5, 0, Rows, Columns), far = Mask(1UL << 32, 0.5, 0, Rows, Columns);

        AssertHalf(mask.Zip(mask.Skip(1)));
        AssertHalf(mask.Zip(mask.Skip(Columns)));
        AssertHalf(mask.Zip(next));
        AssertHalf(mask.Zip(next.Skip(3)));
        AssertHalf(mask.Zip(far));

        static void AssertHalf(IEnumerable<(bool First, bool Second)> pairs) =>
            Assert.Equal(0.5, pairs.Average(pair => pair.First == pair.Second ? 1.0 : 0.0), 0.008);
    }

    [Fact]
    public void A_block_of_rows_has_its_part_of_the_mask()
    {
        bool[] whole = Mask(5, 0.3, 0, 40, 33), block = Mask(5, 0.3, 32, 8, 33);
        Assert.Equal(whole.Skip(32 * 33), block);
    }

    [Fact]
    public void Survivors_are_scaled_up_and_gradients_take_the_same_mask()
    {
        KernelMemory memory = new();
        float[,] values = Numbers.Small(6, 50, 1);
        Dropout dropout = new(new DropoutMask(77, (uint)(0.25 * uint.MaxValue), 4f / 3, 0, 50));
        Tensor output = memory.Padded(6, 50), gradient = memory.Padded(6, 50);

        Elementwise.Run(6, memory.Padded(values), output, dropout);
        Elementwise.Run(6, memory.Padded(values), gradient, dropout);

        float[,] actual = KernelMemory.Read(output, 6);
        Assert.Equal(actual, KernelMemory.Read(gradient, 6));
        Assert.All(
            actual.Cast<float>().Zip(values.Cast<float>()),
            pair => Assert.True(pair.First == 0 || Math.Abs(pair.First - pair.Second * 4 / 3) < 1e-6));
        KernelMemory.AssertNothingBehindRows(output, 6);
    }

    private static bool[] Mask(ulong key, double rate, int firstRow, int rows, int columns)
    {
        KernelMemory memory = new();
        float[,] ones = new float[rows, columns];
        for (int i = 0; i < ones.Length; i++)
        {
            ones[i / columns, i % columns] = 1;
        }

        Tensor tensor = memory.Padded(ones);
        Elementwise.Run(rows, tensor, tensor, new Dropout(new DropoutMask(key, (uint)(rate * 4294967296.0), 1, firstRow, columns)));
        return [.. KernelMemory.Read(tensor, rows).Cast<float>().Select(value => value != 0)];
    }
}
