namespace Layerwright.Package.Tests;

/// <summary>A user's program that takes most of what there is: a table, a normaliser, a network for images, a monitor, a report, a file.</summary>
internal static class StripesSources
{
    /// <summary>What the program prints.</summary>
    public const string Expected = "60 of 60 right, all the same when loaded; 10 epochs watched, a report written";

    public static (string File, string Text)[] Files { get; } = [("StripesNet.cs", Network), ("Program.cs", Program)];

    private const string Network = """
        using Layerwright;

        [Network]
        [ImageInput(8, 8, 1)]
        [Conv2D(8, 3, Padding = Padding.Same)]
        [BatchNorm]
        [ReLU]
        [MaxPool2D(2)]
        [Residual<Refinement>]
        [ReLU]
        [Dropout(0.1)]
        [Flatten]
        [Dense(2)]
        [SoftmaxCrossEntropy]
        public partial class StripesNet;

        [Block]
        [Conv2D(8, 3, Padding = Padding.Same)]
        [BatchNorm(ZeroGamma = true)]
        public class Refinement;
        """;

    private const string Program = """
        using System.Globalization;
        using Layerwright;

        // Noisy stripes: 64 pixels a line, and which way they run.
        var random = new Random(1);
        var lines = new List<string>();
        for (int row = 0; row < 240; row++)
        {
            bool across = row % 2 == 0;
            var pixels = Enumerable.Range(0, 64).Select(i => (across ? i / 8 : i % 8) % 2 + 0.5f * random.NextSingle());
            lines.Add(string.Join(',', pixels.Select(pixel => pixel.ToString(CultureInfo.InvariantCulture)).Append(across ? "across" : "down")));
        }

        string folder = Directory.CreateTempSubdirectory("stripes-").FullName;
        string table = Path.Combine(folder, "stripes.csv");
        File.WriteAllLines(table, lines);

        var (training, test) = CsvReader.Read(table).Split(0.75, seed: 1);
        var network = new StripesNet(seed: 1) { Normalizer = Normalizer.FitStandardize(training) };
        var monitor = new TrainingMonitor();
        var trainer = new Trainer<StripesNet>(network, new AdamW(0.01f)) { BatchSize = 20, Seed = 1, Schedule = new CosineDecay(), Observers = [monitor], Metrics = [new Accuracy()] };
        trainer.Fit(training, test, epochs: 10);

        string file = Path.Combine(folder, "stripes.safetensors"), report = Path.Combine(folder, "report.html");
        network.Save(file);
        TrainingReport.WriteHtml(report, monitor);

        var (trained, loaded) = (network.CreatePredictor(), StripesNet.Load(file).CreatePredictor());
        int right = 0, same = 0;
        for (int row = 0; row < test.Count; row++)
        {
            int predicted = trained.Classify(test.Input(row));
            right += predicted == test.Label(row) ? 1 : 0;
            same += predicted == loaded.Classify(test.Input(row)) ? 1 : 0;
        }

        Console.WriteLine($"{right} of {test.Count} right, {(same == test.Count ? "all the same" : "others")} when loaded; "
            + $"{monitor.Record.Epochs.Count} epochs watched, {(File.ReadAllText(report).Contains("StripesNet", StringComparison.Ordinal) ? "a report" : "nothing")} written");
        Directory.Delete(folder, recursive: true);
        """;
}
