using Layerwright;
using Spectre.Console;

namespace BabysittingSample;

/// <summary>Step 2: a nonlinearity, and whether to normalise, each compared with all else equal.</summary>
internal static class Architecture
{
    private const ulong Seed = 1;
    private const double Goal = 0.8;
    private const int MostEpochs = 40;

    /// <summary>Of one network after another: what it reached, or null where training broke down.</summary>
    private delegate double? Trial(float rate);

    public static void Run(Images images)
    {
        Text.Step(2, "Choose the architecture",
            "Two hidden layers of 100 units. Which nonlinearity? Same images, same order, same optimizer: Sgd at a rate of 0.02, batches of 32.");
        CompareNonlinearities(images);
        CompareNormalization(images);
    }

    private static void CompareNonlinearities(Images images)
    {
        var table = Text.Table("nonlinearity", $"epochs to {Goal:p0}", "accuracy after 2");
        Add("sigmoid", new SigmoidMlp(Seed) { Normalizer = images.Normalizer });
        Add("tanh", new TanhMlp(Seed) { Normalizer = images.Normalizer });
        Add("ReLU", new ReLUMlp(Seed) { Normalizer = images.Normalizer });
        AnsiConsole.Write(table);
        Text.LookFor(
            "ReLU first, sigmoid far behind. A sigmoid's slope is at most ¼, so gradients shrink in each layer on the way back, and its "
            + "outputs are not centred on 0; tanh mends the second, ReLU the first. The compiler warns of the sigmoids: LW2001.\n");

        void Add<TNetwork>(string name, TNetwork network)
            where TNetwork : class, INetwork<TNetwork>
        {
            var trainer = new Trainer<TNetwork>(network, new Sgd(0.02f)) { BatchSize = 32, Seed = Seed, Observers = [new AccuracyGoal(Goal)] };
            TrainingHistory history = trainer.Fit(images.Training, images.Validation, MostEpochs);
            string epochs = history.StopReason is null ? $"not in {MostEpochs}" : $"{history.Epochs}";
            table.AddRow(name, epochs, $"{history.ValidationMetric(new Accuracy())[1]:p1}");
        }
    }

    private static void CompareNormalization(Images images)
    {
        const int epochs = 3;
        float[] rates = [0.01f, 0.1f, 1];
        AnsiConsole.MarkupLineInterpolated($"ReLU with and without BatchNorm: accuracy after {epochs} epochs at three rates.\n");
        var table = Text.Table("network", rates.Select(rate => $"rate {rate}"));
        Add("without", rate => Reached(new ReLUMlp(Seed) { Normalizer = images.Normalizer }, rate));
        Add("with BatchNorm", rate => Reached(new NormalizedMlp(Seed) { Normalizer = images.Normalizer }, rate));
        AnsiConsole.Write(table);
        Text.LookFor(
            "a row that hardly cares for the rate. Normalised sums keep their scale whatever the weights do, so a rate that breaks the "
            + "plain network still trains the other. The compiler suggests it: LW4001.");

        void Add(string name, Trial reached) =>
            table.AddRow([name, .. rates.Select(rate => reached(rate) is { } accuracy ? $"{accuracy:p1}" : "diverged")]);

        double? Reached<TNetwork>(TNetwork network, float rate)
            where TNetwork : class, INetwork<TNetwork>
        {
            try
            {
                var trainer = new Trainer<TNetwork>(network, new Sgd(rate)) { BatchSize = 32, Seed = Seed };
                return trainer.Fit(images.Training, images.Validation, epochs).ValidationMetric(new Accuracy())[^1];
            }
            catch (TrainingDivergedException)
            {
                return null;
            }
        }
    }
}
