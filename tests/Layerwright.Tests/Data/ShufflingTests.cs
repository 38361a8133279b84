namespace Layerwright.Tests.Data;

public class ShufflingTests
{
    private static int[] Permutation(int length, ulong seed, ulong stream = 0)
    {
        var order = new int[length];
        Shuffling.Permute(order, seed, stream);
        return order;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    public void Every_number_comes_once(int length) =>
        Assert.Equal(Enumerable.Range(0, length), Permutation(length, seed: 7).Order());

    [Fact]
    public void Seed_and_stream_decide_the_order()
    {
        Assert.Equal(Permutation(100, 7, 3), Permutation(100, 7, 3));
        Assert.NotEqual(Permutation(100, 7, 3), Permutation(100, 7, 4));
        Assert.NotEqual(Permutation(100, 7, 3), Permutation(100, 8, 3));
        Assert.NotEqual(Permutation(100, 7, 3), Permutation(100, 3, 7));
    }

    [Fact]
    public void The_order_is_the_same_on_every_machine() =>
        Assert.Equal([6, 5, 7, 0, 9, 1, 2, 8, 4, 3], Permutation(10, 42));

    [Fact]
    public void All_orders_are_equally_likely()
    {
        const int trials = 24_000;
        var counts = new Dictionary<string, int>();
        for (int trial = 0; trial < trials; trial++)
        {
            string order = string.Concat(Permutation(4, (ulong)trial));
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        // 23 degrees of freedom: 49.7 is passed once in a thousand times, and seeds are fixed.
        double chiSquare = counts.Values.Sum(count => Math.Pow(count - 1000, 2) / 1000);
        Assert.Equal(24, counts.Count);
        Assert.InRange(chiSquare, 5, 49.7);
    }
}
