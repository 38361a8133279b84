namespace Layerwright.Tests.UsersEye;

/// <summary>Data as a user's own code sees it.</summary>
public class DataTests
{
    [Fact]
    public void Any_source_of_rows_is_read_alike()
    {
        IBatchSource source = FlowerNet.Data(6);
        var inputs = new float[2 * source.InputLength];
        var labels = new int[2 * source.LabelsPerRow];
        source.CopyInputs([4, 5], inputs);
        source.CopyLabels([4, 5], labels);

        Assert.Equal((4, 3, 0, 6), (source.InputLength, source.Classes, source.TargetLength, source.Count));
        Assert.Equal([1, 2], labels);
        Assert.Equal(FlowerNet.Data(6).Input(5).ToArray(), inputs[4..]);
        Assert.Equal(("setosa", null, null), (source.ClassNames![0], source.RowShape, source.IgnoreLabel));
        Assert.Throws<InvalidOperationException>(() => ((IBatchSource)new Nothing()).CopyTargets([0], new float[1]));
    }

    [Fact]
    public void Rows_may_have_a_label_for_each_position() =>
        Assert.Equal(2, Dataset.FromLabels(new float[8], new[] { 0, 1, 1, 0 }, classes: 2, labelsPerRow: 2).LabelsPerRow);

    [Fact]
    public void An_augmentation_of_ones_own_draws_from_its_row_and_nothing_else()
    {
        float[] Changed(int row)
        {
            var inputs = new float[] { 1, 2, 3, 4 };
            new Jitter().Apply(new AugmentedBatch(inputs, [row], new ImageShape(2, 2, 1), new float[4], seed: 7, epoch: 0));
            return inputs;
        }

        Assert.Equal(Changed(3), Changed(3));
        Assert.NotEqual(Changed(3), Changed(4));
        Assert.Equal(2, new Shift(2).Pixels);
    }

    /// <summary>Turns a row by a whole number of places and, now and then, its sign.</summary>
    private sealed class Jitter : IAugmentation
    {
        public void Apply(in AugmentedBatch batch)
        {
            for (int i = 0; i < batch.Count; i++)
            {
                AugmentationRandom random = batch.Random(i);
                int places = random.NextInteger(1, batch.Shape!.Value.Length);
                float factor = (random.NextChance(0.5) ? -1 : 1) * (float)random.NextUniform(1, 2);
                batch.Input(i).CopyTo(batch.Scratch);
                for (int j = 0; j < batch.InputLength; j++)
                {
                    batch.Input(i)[(j + places) % batch.InputLength] = factor * batch.Scratch[j];
                }
            }
        }
    }

    /// <summary>Rows without labels or targets.</summary>
    private sealed class Nothing : IBatchSource
    {
        public int Count => 1;

        public int InputLength => 1;

        public void CopyInputs(ReadOnlySpan<int> rows, Span<float> destination) => destination.Clear();
    }
}
