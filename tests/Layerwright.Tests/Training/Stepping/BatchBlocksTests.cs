using Layerwright.Benchmarks;
using Layerwright.Runtime;
using Layerwright.Tests.Networks;

namespace Layerwright.Tests.Training.Stepping;

public class BatchBlocksTests
{
    [Fact]
    public void A_batch_of_one_block_is_halved_where_a_half_is_work_enough_for_a_thread()
    {
        BatchBlocks blocks = new(((INetworkCode)new DigitNet(1)).Blueprint);

        Assert.Equal([(16, 8, 2), (24, 16, 2), (31, 16, 2), (32, 16, 2)], new[] { 16, 24, 31, 32 }.Select(rows => (rows, blocks.RowsPerBlock(rows), blocks.Count(rows))));
        Assert.Equal([(1, 1), (8, 1), (15, 1), (33, 2), (64, 2), (128, 4)], new[] { 1, 8, 15, 33, 64, 128 }.Select(rows => (rows, blocks.Count(rows))));
        Assert.Equal([1, 1, 2, 2, 4], new[] { 1, 15, 16, 33, 128 }.Select(blocks.Most));
    }

    [Fact]
    public void Small_networks_are_not_cut() =>
        Assert.Equal(1, new BatchBlocks(((INetworkCode)new Training.SpiralNet(1)).Blueprint).Most(32));

    [Fact]
    public void Every_row_is_in_one_block()
    {
        BatchBlocks blocks = new(((INetworkCode)new DigitNet(1)).Blueprint);
        for (int rows = 1; rows <= 200; rows++)
        {
            int rowsPerBlock = blocks.RowsPerBlock(rows), count = blocks.Count(rows);
            Assert.InRange(rows, ((count - 1) * rowsPerBlock) + 1, count * rowsPerBlock);
            Assert.InRange(count, 1, blocks.Most(rows));
        }
    }

    [Theory]
    [InlineData(16)]
    [InlineData(23)]
    [InlineData(32)]
    public void Halves_give_the_same_bits_on_one_thread_and_on_two(int rows)
    {
        float[] inputs = TestRows.Numbers(rows * 784);
        int[] labels = TestRows.Labels(rows, 10);
        DigitNet[] networks = [new(1), new(1)];
        var optimizer = new Adam(0.01f);
        for (int threads = 1; threads <= 2; threads++)
        {
            // The second of them was made for more.
            TrainingStep<DigitNet> step = new(networks[threads - 1], threads == 1 ? rows : 100, threads);
            for (int i = 0; i < 3; i++)
            {
                step.Step(inputs, labels, optimizer);
            }
        }

        Assert.Equal(networks[0].State["dense1.weight"].ToArray(), networks[1].State["dense1.weight"].ToArray());
        Assert.Equal(networks[0].State["dense2.weight"].ToArray(), networks[1].State["dense2.weight"].ToArray());
    }
}
