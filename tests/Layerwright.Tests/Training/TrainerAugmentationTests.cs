namespace Layerwright.Tests.Training;

public class TrainerAugmentationTests
{
    private static readonly ImageShape s_shape = new(6, 6, 1);

    [Fact]
    public void Threads_do_not_change_a_bit_and_the_seed_does()
    {
        float[] one = Fit(Trainer(seed: 1, threads: 1)), two = Fit(Trainer(seed: 1, threads: 2));

        Assert.Equal(one, two);
        Assert.NotEqual(one, Fit(Trainer(seed: 2, threads: 1)));
        Assert.NotEqual(one, Fit(new(new StripeNet(1), new Sgd(0.1f)) { BatchSize = 8, Seed = 1 }));
    }

    [Fact]
    public void Rows_are_changed_alike_in_batches_of_any_size_and_otherwise_in_each_epoch()
    {
        List<(int Epoch, int Row, float First)> Seen(int batchSize, int fits)
        {
            var spy = new Spy();
            var trainer = new Trainer<StripeNet>(new StripeNet(1), new Sgd(0.1f)) { BatchSize = batchSize, Augmentation = [new Noise(), spy] };
            for (int fit = 0; fit < fits; fit++)
            {
                trainer.Fit(Stripes(20), epochs: 4 / fits);
            }

            int[] epochs = [.. spy.Seen.Select((_, i) => i / 20)];
            return [.. spy.Seen.Select((seen, i) => (epochs[i], seen.Row, seen.First)).Order()];
        }

        var small = Seen(3, fits: 1);

        Assert.Equal(small, Seen(20, fits: 1));
        Assert.Equal(small, Seen(8, fits: 2)); // a second fit goes on with the next epoch's draws
        Assert.Equal(80, small.Select(seen => seen.First).Distinct().Count());
    }

    [Fact]
    public void Several_augmentations_are_applied_in_their_order()
    {
        var spy = new Spy();
        Dataset data = Stripes(10);
        var trainer = new Trainer<StripeNet>(new StripeNet(1), new Sgd(0.1f)) { Augmentation = [new Constant(5), new Constant(7), spy] };

        trainer.Fit(data, epochs: 1);

        Assert.All(spy.Seen, seen => Assert.Equal(7, seen.First));
        Assert.NotEqual(7, data.Input(0)[0]);
    }

    [Fact]
    public void Validation_and_evaluation_see_rows_as_they_are()
    {
        Dataset data = Stripes(40);
        var trainer = new Trainer<StripeNet>(new StripeNet(1), new Sgd(1e-30f)) { BatchSize = 8, Augmentation = [new Constant(0)] };
        double before = trainer.Evaluate(data).Loss;

        TrainingHistory history = trainer.Fit(data, data, epochs: 1);

        Assert.Equal(before, history.ValidationLoss[0], 1e-9);
        Assert.NotEqual(before, history.TrainingLoss[0], 1e-3);
    }

    [Fact]
    public void A_fit_is_refused_where_rows_are_no_images()
    {
        var trainer = new Trainer<SpiralNet>(new SpiralNet(1), new Sgd(0.1f)) { Augmentation = [new Flip()] };

        Assert.Contains("no image shape", Assert.Throws<ArgumentException>("training", () => trainer.Fit(Samples.Spiral(30))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Moved_stripes_are_recognised_by_who_saw_some()
    {
        // Of each class one image; tests show it at other places.
        Dataset few = Stripes(2), moved = Stripes(200, moves: true);
        double Accuracy(params IAugmentation[] augmentation)
        {
            var trainer = new Trainer<StripeNet>(new StripeNet(2), new Adam(0.01f)) { Augmentation = augmentation, Seed = 1 };
            trainer.Fit(few, epochs: 400);
            return trainer.Evaluate(moved)["Accuracy"];
        }

        double plain = Accuracy(), shifted = Accuracy(new Shift(2));

        Assert.True(shifted > plain + 0.1, $"{plain} without, {shifted} with augmentation");
    }

    [Fact]
    public void Augmented_batches_allocate_nothing()
    {
        int[] rows = [.. Enumerable.Range(0, 8)];
        float[] inputs = new float[8 * 36], scratch = new float[36];
        IAugmentation[] augmentations = [new Shift(2), new Flip(), new Crop(0.5)];
        void Run()
        {
            for (int i = 0; i < augmentations.Length; i++)
            {
                augmentations[i].Apply(new AugmentedBatch(inputs, rows, s_shape, scratch, 1, 2, i));
            }
        }

        Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 20; i++)
        {
            Run();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static Trainer<StripeNet> Trainer(ulong seed, int threads) =>
        new(new StripeNet(1), new Sgd(0.1f)) { BatchSize = 8, Seed = seed, Threads = threads, Augmentation = [new Shift(1), new Flip(), new Crop(0.5)] };

    private static float[] Fit(Trainer<StripeNet> trainer)
    {
        trainer.Fit(Stripes(40), epochs: 3);
        return Samples.Values(trainer.Network.State);
    }

    /// <summary>A bright line, upright or level, in the middle or somewhere within two pixels of it.</summary>
    private static Dataset Stripes(int rows, bool moves = false)
    {
        var random = new Random(4);
        var inputs = new float[36 * rows];
        var labels = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            labels[row] = row % 2;
            int place = moves ? random.Next(1, 6) : 3;
            for (int i = 0; i < 36; i++)
            {
                bool isBright = (labels[row] == 0 ? i / 6 : i % 6) == place;
                inputs[(36 * row) + i] = (isBright ? 1 : 0) + (0.1f * random.NextSingle());
            }
        }

        return Dataset.FromLabels(inputs, labels, 2, s_shape);
    }

    /// <summary>Hears what a network is given.</summary>
    private sealed class Spy : IAugmentation
    {
        public List<(int Row, float First)> Seen { get; } = [];

        public void Apply(in AugmentedBatch batch)
        {
            for (int i = 0; i < batch.Count; i++)
            {
                Seen.Add((Row(batch, i), batch.Input(i)[0]));
            }
        }

        /// <summary>Rows are told apart by a number that Noise leaves.</summary>
        private static int Row(in AugmentedBatch batch, int i) => (int)(batch.Input(i)[35] * 1e6f);
    }

    private sealed class Noise : IAugmentation
    {
        public void Apply(in AugmentedBatch batch)
        {
            for (int i = 0; i < batch.Count; i++)
            {
                AugmentationRandom random = batch.Random(i);
                batch.Input(i)[0] = (float)random.NextUniform();
            }
        }
    }

    private sealed class Constant(float value) : IAugmentation
    {
        public void Apply(in AugmentedBatch batch)
        {
            for (int i = 0; i < batch.Count; i++)
            {
                batch.Input(i).Fill(value);
            }
        }
    }
}

#pragma warning disable LW4001 // a small network whose rows do not meet
/// <summary>Small images to two classes.</summary>
[Network]
[ImageInput(6, 6, 1)]
[Conv2D(4, 3)]
[ReLU]
[Flatten]
[Dense(2)]
[SoftmaxCrossEntropy]
public partial class StripeNet;
#pragma warning restore LW4001
