namespace Layerwright.Tests.Data;

public class SplitTests
{
    /// <summary>Classes 0, 1, 2 in unequal numbers; each row's input is its number.</summary>
    private static Dataset Unequal(params int[] counts)
    {
        int[] labels = [.. counts.SelectMany((count, label) => Enumerable.Repeat(label, count))];
        float[] inputs = [.. Enumerable.Range(0, labels.Length).Select(row => (float)row)];
        return Dataset.FromLabels(inputs, labels, counts.Length);
    }

    private static int[] Rows(Dataset data) => [.. Enumerable.Range(0, data.Count).Select(row => (int)data.Input(row)[0])];

    private static int[] ClassCounts(Dataset data) =>
        [.. Enumerable.Range(0, data.Classes).Select(label => Enumerable.Range(0, data.Count).Count(row => data.Label(row) == label))];

    [Fact]
    public void Every_row_is_in_exactly_one_part()
    {
        var (train, rest) = Unequal(37, 11, 5).Split(0.7, seed: 3);

        Assert.Equal((37, 16), (train.Count, rest.Count));
        Assert.Equal(Enumerable.Range(0, 53), Rows(train).Concat(Rows(rest)).Order());
    }

    [Fact]
    public void A_stratified_split_keeps_the_proportions_of_classes()
    {
        var (train, rest) = Unequal(500, 300, 200).Split(0.9, seed: 1);

        Assert.Equal([450, 270, 180], ClassCounts(train));
        Assert.Equal([50, 30, 20], ClassCounts(rest));
    }

    [Fact]
    public void Rows_that_do_not_divide_go_to_the_largest_remainders()
    {
        // Exact shares of 10 in 16: 6.25 of 10, 1.875 of 3, 1.875 of 3.
        var (train, _) = Unequal(10, 3, 3).Split(0.625, seed: 1);

        Assert.Equal([6, 2, 2], ClassCounts(train));
    }

    [Fact]
    public void A_split_that_is_not_stratified_takes_rows_as_they_come()
    {
        Dataset data = Unequal(500, 500);

        int[][] counts = [.. Enumerable.Range(0, 8).Select(seed => ClassCounts(data.Split(0.5, (ulong)seed, stratified: false).Train))];

        Assert.All(counts, count => Assert.Equal(500, count.Sum()));
        Assert.All(counts, count => Assert.InRange(count[0], 200, 300));
        Assert.True(counts.Distinct(EqualityComparer<int[]>.Create((a, b) => a![0] == b![0], a => a[0])).Count() > 1);
    }

    [Fact]
    public void The_seed_decides_the_split()
    {
        Dataset data = Unequal(50, 50);

        Assert.Equal(Rows(data.Split(0.8, 1).Train), Rows(data.Split(0.8, 1).Train));
        Assert.NotEqual(Rows(data.Split(0.8, 1).Train), Rows(data.Split(0.8, 2).Train));
    }

    [Fact]
    public void Both_parts_come_in_random_order()
    {
        DataSplit split = Unequal(100, 100).Split(0.5, seed: 5);

        Assert.NotEqual(Rows(split.Train).Order(), Rows(split.Train));
        Assert.NotEqual(Rows(split.Rest).Order(), Rows(split.Rest));
    }

    [Fact]
    public void A_part_can_be_split_again()
    {
        var (train, rest) = Unequal(60, 40).Split(0.8, seed: 1);
        var (fit, validation) = train.Split(0.75, seed: 2);

        Assert.Equal([36, 24], ClassCounts(fit));
        Assert.Equal([12, 8], ClassCounts(validation));
        Assert.Equal(Enumerable.Range(0, 100), Rows(fit).Concat(Rows(validation)).Concat(Rows(rest)).Order());
    }

    [Fact]
    public void Targets_split_without_classes()
    {
        var (train, rest) = Dataset.FromTargets(new float[10], new float[20], 2).Split(0.3, seed: 1);
        Assert.Equal((3, 7), (train.Count, rest.Count));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    [InlineData(0.01)]
    public void A_share_that_leaves_a_part_empty_is_refused(double share) =>
        Assert.ThrowsAny<ArgumentException>(() => Unequal(5, 5).Split(share, seed: 1));
}
