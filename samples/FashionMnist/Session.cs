using System.Diagnostics;
using Layerwright;

namespace FashionMnistSample;

/// <summary>Training, testing, saving and reloading one network, with a report of each.</summary>
internal sealed class Session<TNetwork>(Model<TNetwork> model, Settings settings)
    where TNetwork : class, INetwork<TNetwork>
{
    private const string File = "fashion.safetensors";

    public void Run(CancellationToken cancellation)
    {
        var (all, test) = FashionMnist.Load(settings.Data);
        var (training, validation) = all.Split(trainShare: 0.95, seed: 1);
        Report.Data(settings.Data, training, validation, test);
        Console.WriteLine(model.Summary);

        var network = model.Create(settings.Seed, Normalizer.FitPerChannel(training));
        var trainer = new Trainer<TNetwork>(network, model.Optimizer)
        {
            BatchSize = settings.BatchSize ?? model.BatchSize,
            Threads = settings.Threads,
            Seed = settings.Seed,
            Schedule = model.Schedule,
            Metrics = [new Accuracy()],
        };
        int epochs = settings.Epochs ?? model.Epochs;
        long start = Stopwatch.GetTimestamp();
        ProgressDisplay.Show(progress => trainer.Fit(training, validation, epochs, progress, cancellation));
        Report.Training(Stopwatch.GetElapsedTime(start), (long)training.Count * epochs);

        // The test images are looked at once, when nothing is left to be chosen.
        Report.Test(trainer.Evaluate(test, cancellation));

        model.Save(network, File);
        Report.Predictions(File, new Predictor<TNetwork>(network), new Predictor<TNetwork>(model.Load(File)), test);
    }
}
