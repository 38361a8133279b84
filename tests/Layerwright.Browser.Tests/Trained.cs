using Layerwright.Tests.Insight.Reporting;

namespace Layerwright.Browser.Tests;

/// <summary>A short fit on the images that ship with the repository, told in a report.</summary>
internal static class Trained
{
    private static readonly Lazy<ReportContent> s_content = new(Fit);

    public static ReportContent Content => s_content.Value;

    private static ReportContent Fit()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Data");
        Dataset all = IdxReader.Read(
            Path.Combine(folder, "t10k-images-idx3-ubyte.gz"), Path.Combine(folder, "t10k-labels-idx1-ubyte.gz"), 10);
        var (training, rest) = all.Split(0.6, seed: 1);
        var (validation, test) = rest.Split(0.5, seed: 2);
        var network = new ImageNet(seed: 7) { Normalizer = Normalizer.FitPerChannel(training) };
        var monitor = new TrainingMonitor { SampleEvery = 4 };
        var trainer = new Trainer<ImageNet>(network, new AdamW(3e-3f)) { Schedule = new CosineDecay(), Seed = 3, Observers = [monitor] };
        trainer.Fit(training, validation, epochs: 6);
        return new()
        {
            Title = "Fashion-MNIST",
            Description = "A small network with a residual block, trained on 1,200 images.",
            Record = monitor.Record,
            Findings = monitor.Findings,
            Sanity = SanityCheck.Run(
                seed => new ImageNet(seed) { Normalizer = network.Normalizer }, training,
                new() { Checks = SanityChecks.InitialLoss | SanityChecks.Prediction | SanityChecks.LearningRates }),
            Evaluation = trainer.Evaluate(test),
            ClassNames = MadeReports.ClassNames,
            Mistakes = Mistake.Worst(network.CreatePredictor(64), test),
        };
    }
}
