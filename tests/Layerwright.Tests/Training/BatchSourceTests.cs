using Layerwright.Tests.Data;

namespace Layerwright.Tests.Training;

public sealed class BatchSourceTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Rows_from_a_mapped_file_train_to_the_same_bits_as_in_memory(int accumulationSteps)
    {
        Dataset data = Samples.Spiral(150);
        using FileSource file = FileSource.Write(_path, data);
        (float[] State, double Loss, double Accuracy) Fit(IBatchSource training, IBatchSource validation)
        {
            var net = new NormalisedNet(seed: 3);
            var trainer = new Trainer<NormalisedNet>(net, new AdamW(0.01f))
            {
                BatchSize = 16,
                AccumulationSteps = accumulationSteps,
                ClassWeights = new[] { 1f, 2f, 0.5f },
                EarlyStopping = new EarlyStopping(5),
            };
            TrainingHistory history = trainer.Fit(training, validation, epochs: 4);
            Evaluation evaluation = trainer.Evaluate(validation);
            return (Samples.Values(net.State), history.ValidationLoss[^1], evaluation["Accuracy"]);
        }

        int[] train = [.. Enumerable.Range(0, 120)], rest = [.. Enumerable.Range(120, 30)];
        var inMemory = Fit(data.Subset(train), data.Subset(rest));
        var fromFile = Fit(file.Subset(train), file.Subset(rest));

        Assert.Equal(inMemory.State, fromFile.State);
        Assert.Equal((inMemory.Loss, inMemory.Accuracy), (fromFile.Loss, fromFile.Accuracy));
        Assert.InRange(file.LargestRequest, 1, 16);
    }

    [Fact]
    public void Some_rows_come_into_memory_as_a_data_set()
    {
        Dataset data = Samples.Spiral(20);
        using FileSource file = FileSource.Write(_path, data);

        Dataset some = file.Subset([19, 4, 7]).ToDataset([2, 0]);

        Assert.Equal([.. data.Input(7), .. data.Input(19)], [.. some.Input(0), .. some.Input(1)]);
        Assert.Equal((data.Label(7), data.Label(19), 3), (some.Label(0), some.Label(1), some.Classes));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.Subset([20]));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.ToDataset([-1]));
        Assert.Throws<ArgumentException>(() => file.Subset([]));
        Assert.IsType<Dataset>(((IBatchSource)data).Subset([1]));
    }

    [Fact]
    public void Targets_are_trained_on_as_in_memory()
    {
        Dataset data = Samples.Linear(60);
        float[] Fit(IBatchSource source)
        {
            var net = new LinearNet(seed: 1);
            new Trainer<LinearNet>(net, new Sgd(0.1f)) { BatchSize = 20 }.Fit(source, source, epochs: 3);
            return Samples.Values(net.State);
        }

        Assert.Equal(Fit(data), Fit(new Wrapped(data)));
        Assert.Equal(data.Target(5).ToArray(), new Wrapped(data).ToDataset([5]).Target(0).ToArray());
    }

    [Fact]
    public void A_label_that_is_no_class_is_named_with_its_row()
    {
        var source = new Wrapped(Samples.Spiral(40)) { BadRow = 33, BadLabel = 3 };
        var trainer = new Trainer<SpiralNet>(new SpiralNet(1), new Sgd(0.1f)) { BatchSize = 8 };

        var fault = Assert.Throws<InvalidDataException>(() => trainer.Fit(source, epochs: 1));
        Assert.Equal("The label of row 33 of Wrapped is 3; with 3 classes labels are 0 to 2.", fault.Message);
        Assert.Throws<InvalidDataException>(() => trainer.Evaluate(source));
        Assert.Throws<InvalidDataException>(() => source.ToDataset([33]));
    }

    [Theory]
    [InlineData(float.NaN, "Target 1 of row 7 of Wrapped is NaN; expected a probability, 0 to 1.")]
    [InlineData(1.5f, "Target 1 of row 7 of Wrapped is 1.5; expected a probability, 0 to 1.")]
    public void A_target_that_is_no_probability_is_named_with_its_row(float target, string message)
    {
        var source = new Wrapped(Samples.Signs(20)) { BadRow = 7, BadTarget = target };
        var trainer = new Trainer<YesNoNet>(new YesNoNet(1), new Sgd(0.1f)) { BatchSize = 8 };

        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => trainer.Fit(source, epochs: 1)).Message);
    }

    [Fact]
    public void A_source_that_contradicts_itself_is_refused_before_training()
    {
        var trainer = new Trainer<SpiralNet>(new SpiralNet(1), new Sgd(0.1f));

        var both = Assert.Throws<ArgumentException>(() => trainer.Fit(new Wrapped(Samples.Spiral(9)) { TargetLength = 2 }));
        Assert.Contains("3 classes, 1 labels and 2 targets a row", both.Message, StringComparison.Ordinal);
        var none = Assert.Throws<ArgumentException>(() => trainer.Fit(new Wrapped(Samples.Spiral(9)) { Count = 0 }));
        Assert.Contains("has 0 rows", none.Message, StringComparison.Ordinal);
        var shape = Assert.Throws<ArgumentException>(() => trainer.Fit(new Wrapped(Samples.Spiral(9)) { RowShape = new(2, 2, 1) }));
        Assert.Contains("rows of 2 inputs, but an image of 2×2×1 has 4", shape.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_source_throws_reaches_the_caller_and_the_weights_stay_those_of_the_last_step()
    {
        var net = new SpiralNet(1);
        var trainer = new Trainer<SpiralNet>(net, new Sgd(0.1f)) { BatchSize = 8, Shuffle = false };
        float[] before = Samples.Values(net.State);

        Assert.Throws<EndOfStreamException>(() => trainer.Fit(new Wrapped(Samples.Spiral(40)) { BrokenFrom = 4 }, epochs: 1));

        Assert.Equal(before, Samples.Values(net.State));
    }

    public void Dispose() => File.Delete(_path);

    /// <summary>A data set that is not known to be one, with a fault to choose.</summary>
    private sealed class Wrapped(Dataset data) : IBatchSource
    {
        public int Count { get; init; } = data.Count;

        public int InputLength => data.InputLength;

        public ImageShape? RowShape { get; init; }

        public int Classes => data.Classes;

        public int TargetLength { get; init; } = data.TargetLength;

        public int BadRow { get; init; } = -1;

        public int BadLabel { get; init; }

        public float BadTarget { get; init; }

        public int BrokenFrom { get; init; } = int.MaxValue;

        public void CopyInputs(ReadOnlySpan<int> rows, Span<float> destination)
        {
            if (rows.ContainsAnyExceptInRange(0, BrokenFrom - 1))
            {
                throw new EndOfStreamException();
            }

            data.CopyInputs(rows, destination);
        }

        public void CopyLabels(ReadOnlySpan<int> rows, Span<int> destination)
        {
            data.CopyLabels(rows, destination);
            if (rows.IndexOf(BadRow) is >= 0 and var place)
            {
                destination[place] = BadLabel;
            }
        }

        public void CopyTargets(ReadOnlySpan<int> rows, Span<float> destination)
        {
            data.CopyTargets(rows, destination);
            if (rows.IndexOf(BadRow) is >= 0 and var place)
            {
                destination[(place * data.TargetLength) + 1] = BadTarget;
            }
        }
    }
}
