using Layerwright.Tests.Images;

namespace Layerwright.Tests.Training;

public class ResumedAugmentationTests
{
    private static readonly Dataset s_images = Images();

    [Fact]
    public void Augmented_images_are_the_same_after_a_resumption()
    {
        using var folder = new CheckpointFolder();
        IAugmentation[] augmentation = [new Shift(1) { Fill = 0.5f }, new Flip(), new Crop(0.5)];
        ResumedFit expected = Fit(Create(augmentation));
        Create(augmentation, new Checkpointer(folder["{step}"]) { EverySteps = 1 }).Fit(s_images, epochs: 3);

        Assert.NotEqual(expected.TrainingLoss, Fit(Create([])).TrainingLoss);
        ResumedFit.AssertSame(expected, Fit(Trainer<FlattenedFirst>.Resume(folder["6"])));
        ResumedFit.AssertSame(expected, Fit(Trainer<FlattenedFirst>.Resume(folder["3"], augmentation: augmentation)));
    }

    [Fact]
    public void An_augmentation_of_ones_own_is_given_again()
    {
        using var folder = new CheckpointFolder();
        ResumedFit expected = Fit(Create([new Darker(), new Flip()]));
        Create([new Darker(), new Flip()], new Checkpointer(folder["{step}"]) { EverySteps = 1 }).Fit(s_images, epochs: 3);
        string path = folder["5"];

        ResumedFit.AssertSame(expected, Fit(Trainer<FlattenedFirst>.Resume(path, augmentation: [new Darker(), new Flip()])));
        void AssertRefused(string message, IAugmentation[]? given) => Assert.Contains(
            message,
            Assert.Throws<ArgumentException>("augmentation", () => Trainer<FlattenedFirst>.Resume(path, augmentation: given)).Message,
            StringComparison.Ordinal);
        AssertRefused($"was augmented by {typeof(Darker).FullName}, Flip", null);
        AssertRefused("given are nothing", []);
        AssertRefused("given are Flip", [new Flip(), new Darker()]);
        AssertRefused("Vertical = True", [new Darker(), new Flip { Vertical = true }]);
    }

    private static Trainer<FlattenedFirst> Create(IAugmentation[] augmentation, params ITrainingObserver[] observers) =>
        new(new FlattenedFirst(1), new Adam(0.01f)) { BatchSize = 8, Seed = 4, Augmentation = augmentation, Observers = observers };

    private static ResumedFit Fit(Trainer<FlattenedFirst> trainer) => ResumedFit.Of(trainer, s_images, null, epochs: 3);

    private static Dataset Images()
    {
        var random = new Random(1);
        return Dataset.FromLabels(
            Enumerable.Range(0, 30 * FlattenedFirst.InputLength).Select(_ => random.NextSingle()).ToArray(),
            Enumerable.Range(0, 30).Select(row => row % 3).ToArray(),
            3,
            rowShape: new ImageShape(5, 4, 3) { Layout = ImageLayout.ChannelsFirst });
    }

    /// <summary>Images at a random brightness.</summary>
    private sealed class Darker : IAugmentation
    {
        public void Apply(in AugmentedBatch batch)
        {
            for (int i = 0; i < batch.Count; i++)
            {
                AugmentationRandom random = batch.Random(i);
                float brightness = (float)random.NextUniform(0.5, 1);
                foreach (ref float value in batch.Input(i))
                {
                    value *= brightness;
                }
            }
        }
    }
}
