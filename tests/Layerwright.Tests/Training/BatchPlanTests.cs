namespace Layerwright.Tests.Training;

public class BatchPlanTests
{
    [Theory]
    [InlineData(100, 25, false, null, 4, 100)]
    [InlineData(103, 25, false, null, 5, 103)]
    [InlineData(103, 25, true, null, 4, 100)]
    [InlineData(101, 25, false, null, 5, 101)]
    [InlineData(101, 25, false, "BatchNorm1", 4, 100)]
    [InlineData(102, 25, false, "BatchNorm1", 5, 102)]
    [InlineData(7, 25, false, "BatchNorm1", 1, 7)]
    [InlineData(3, 1, false, null, 3, 3)]
    public void The_last_batch_is_trained_unless_it_is_dropped_or_one_row_has_no_variance(
        int rows, int batchSize, bool dropLast, string? normalised, int batches, int trained)
    {
        BatchPlan plan = BatchPlan.Of(rows, batchSize, 1, dropLast, normalised);

        Assert.Equal(batches, plan.Batches);
        Assert.Equal(
            Enumerable.Range(0, trained),
            Enumerable.Range(0, batches).SelectMany(batch => Enumerable.Range(0, rows).Take(plan[batch])));
    }

    [Theory]
    [InlineData(10, 1, "BatchNorm1 normalises over the batch and needs at least 2 rows in each; the batch size is 1")]
    [InlineData(1, 10, "needs at least 2 rows in each; the data set has 1 row.")]
    public void One_row_cannot_be_normalised_over_the_batch(int rows, int batchSize, string message)
    {
        var exception = Assert.Throws<ArgumentException>(() => BatchPlan.Of(rows, batchSize, 1, dropLast: false, "BatchNorm1"));
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_epoch_without_batches_is_refused() =>
        Assert.Throws<ArgumentException>(() => BatchPlan.Of(10, 16, 1, dropLast: true, null));
}
