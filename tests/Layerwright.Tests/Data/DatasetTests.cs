namespace Layerwright.Tests.Data;

public class DatasetTests
{
    /// <summary>Row r holds (10r, 10r + 1), its label is r mod classes.</summary>
    internal static Dataset Labelled(int rows, int classes) => Dataset.FromLabels(
        Enumerable.Range(0, rows).SelectMany(row => new float[] { 10 * row, (10 * row) + 1 }).ToArray(),
        Enumerable.Range(0, rows).Select(row => row % classes).ToArray(),
        classes);

    [Fact]
    public void Rows_are_views_of_the_memory_they_were_made_from()
    {
        float[] inputs = [1, 2, 3, 4, 5, 6];
        Dataset data = Dataset.FromLabels(inputs, new[] { 2, 0, 1 }, classes: 3);
        Dataset some = data.Subset([2, 0]);

        inputs[4] = 50;

        Assert.Equal((3, 2, 3, true), (data.Count, data.InputLength, data.Classes, data.HasLabels));
        Assert.Equal([50f, 6f], some.Input(0).ToArray());
        Assert.Equal([1f, 2f], some.Input(1).ToArray());
        Assert.Equal((1, 2), (some.Label(0), some.Label(1)));
    }

    [Fact]
    public void A_subset_of_a_subset_counts_rows_in_the_subset()
    {
        Dataset inner = Labelled(10, 5).Subset([9, 7, 5, 3]).Subset([1, 3]);

        Assert.Equal([70f, 71f], inner.Input(0).ToArray());
        Assert.Equal([30f, 31f], inner.Input(1).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => inner.Label(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => inner.Input(-1).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => inner.Subset([2]));
    }

    [Fact]
    public void Targets_come_in_rows()
    {
        Dataset data = Dataset.FromTargets(new float[] { 1, 2 }, new float[] { 3, 4, 5, 6, 7, 8 }, outputLength: 3);

        Assert.Equal((2, 1, 3, 0, false), (data.Count, data.InputLength, data.TargetLength, data.Classes, data.HasLabels));
        Assert.Equal([6f, 7f, 8f], data.Target(1).ToArray());
        Assert.Throws<InvalidOperationException>(() => data.Label(0));
        Assert.Throws<InvalidOperationException>(() => Labelled(2, 2).Target(0).Length);
    }

    [Fact]
    public void Gathered_rows_stand_one_after_the_other()
    {
        Dataset data = Labelled(6, 3).Subset([5, 4, 3, 2]);
        var inputs = new float[4];
        var labels = new int[2];

        data.CopyInputs([3, 0], inputs);
        data.CopyLabels([3, 0], labels);

        Assert.Equal([20f, 21f, 50f, 51f], inputs);
        Assert.Equal([2, 2], labels);
    }

    [Theory]
    [InlineData(5, 2, "5 inputs cannot be divided into 2 rows", "inputs", "inputs")]
    [InlineData(0, 2, "No rows were given", "inputs", "inputs")]
    [InlineData(4, 0, "No rows were given", "labels", "targets")]
    public void Inputs_that_are_no_whole_rows_are_refused(int inputs, int rows, string message, string name, string nameWithTargets)
    {
        var exception = Assert.Throws<ArgumentException>(() => Dataset.FromLabels(new float[inputs], new int[rows], 2));
        Assert.Equal(name, exception.ParamName);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        exception = Assert.Throws<ArgumentException>(() => Dataset.FromTargets(new float[inputs], new float[rows], 1));
        Assert.Equal(nameWithTargets, exception.ParamName);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    public void A_label_that_is_no_class_is_refused_with_its_row(int label)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => Dataset.FromLabels(new float[3], new[] { 0, label, 1 }, 3));
        Assert.Contains($"The label of row 1 is {label}; with 3 classes labels are 0 to 2.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Targets_that_are_no_whole_rows_or_not_finite_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Dataset.FromTargets(new float[3], new float[5], 2));
        var exception = Assert.Throws<ArgumentException>(() => Dataset.FromTargets(new float[2], new[] { 0, 0, 0, float.NaN }, 2));
        Assert.Contains("Target 1 of row 1 is NaN", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_image_shape_must_have_as_many_numbers_as_a_row()
    {
        var shape = new ImageShape(2, 3, 1);
        Assert.Equal(shape, Dataset.FromLabels(new float[12], new int[2], 2, shape).RowShape);
        var exception = Assert.Throws<ArgumentException>(() => Dataset.FromLabels(new float[14], new int[2], 2, shape));
        Assert.Contains("Rows have 7 inputs, but an image of 2×3×1 has 6.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_training_set_is_the_same_rows()
    {
        Dataset some = Labelled(6, 2).Subset([4, 1]);
        TrainingSet training = some.AsTrainingSet();

        Assert.Equal([40f, 41f], training.Input(0).ToArray());
        Assert.Equal(2, training.Count);
        Assert.Same(training, training.AsTrainingSet());
    }
}
