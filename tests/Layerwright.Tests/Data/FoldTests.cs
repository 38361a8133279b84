namespace Layerwright.Tests.Data;

public class FoldTests
{
    /// <summary>Rows whose one feature is their number; 60 % of class 0, 30 % of class 1, 10 % of class 2.</summary>
    private static Dataset Labelled(int rows) => Dataset.FromLabels(
        Enumerable.Range(0, rows).Select(row => (float)row).ToArray(),
        Enumerable.Range(0, rows).Select(row => row % 10 < 6 ? 0 : row % 10 < 9 ? 1 : 2).ToArray(),
        classes: 3);

    private static Dataset WithTargets(int rows)
    {
        var numbers = Enumerable.Range(0, rows).Select(row => (float)row).ToArray();
        return Dataset.FromTargets(numbers, numbers, 1);
    }

    [Theory]
    [InlineData(100, 5)]
    [InlineData(103, 5)]
    [InlineData(7, 7)]
    [InlineData(10, 2)]
    public void Each_row_is_left_out_once_and_trained_on_otherwise(int rows, int k)
    {
        foreach (Dataset data in new[] { Labelled(rows), WithTargets(rows) })
        {
            var folds = data.Folds(k, seed: 3).ToList();
            Assert.Equal(k, folds.Count);
            Assert.Equal(Enumerable.Range(0, rows), folds.SelectMany(fold => Rows(fold.Validation)).Order());
            Assert.All(folds, fold =>
            {
                Assert.Equal(Enumerable.Range(0, rows), Rows(fold.Train).Concat(Rows(fold.Validation)).Order());
                Assert.InRange(fold.Validation.Count, rows / k, (rows + k - 1) / k);
            });
        }
    }

    [Fact]
    public void Each_class_is_spread_evenly()
    {
        foreach (Fold fold in Labelled(200).Folds(8, seed: 1))
        {
            int[] counts = [.. Enumerable.Range(0, 3).Select(label => Enumerable.Range(0, fold.Validation.Count).Count(row => fold.Validation.Label(row) == label))];
            Assert.Equal([15, 25 - 15 - counts[2], counts[2]], counts);
            Assert.InRange(counts[2], 2, 3);
        }
    }

    [Fact]
    public void The_seed_decides()
    {
        int[] First(ulong seed) => [.. Rows(Labelled(50).Folds(5, seed).First().Validation)];
        Assert.Equal(First(1), First(1));
        Assert.NotEqual(First(1), First(2));
    }

    [Fact]
    public void Folds_of_a_subset_are_of_its_rows()
    {
        Dataset some = Labelled(100).Subset([3, 14, 15, 92, 65]);
        Assert.Equal([3, 14, 15, 65, 92], some.Folds(5, seed: 1).SelectMany(fold => Rows(fold.Validation)).Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(11)]
    public void There_are_two_parts_at_least_and_a_row_for_each(int k) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(k), () => Labelled(10).Folds(k, seed: 1));

    private static IEnumerable<int> Rows(Dataset data) => Enumerable.Range(0, data.Count).Select(row => (int)data.Input(row)[0]);
}
