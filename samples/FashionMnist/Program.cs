using System.Diagnostics;
using System.Globalization;
using FashionMnistSample;
using Layerwright;
using Spectre.Console;

CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
Report.PlainTextWhereRedirected();
return Settings.CreateCommand(Run).Parse(args).Invoke();

static int Run(Settings settings, CancellationToken cancellation)
{
    try
    {
        TrainAndTest(settings, cancellation);
        return 0;
    }
    catch (OperationCanceledException)
    {
        AnsiConsole.MarkupLine("[yellow]Stopped.[/]");
    }
    catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException)
    {
        AnsiConsole.MarkupLineInterpolated($"[red]{problem.Message}[/]");
    }

    return 1;
}

static void TrainAndTest(Settings settings, CancellationToken cancellation)
{
    var (all, test) = FashionMnist.Load(settings.Data);
    var (training, validation) = all.Split(trainShare: 0.95, seed: 1);
    Report.Data(settings.Data, training, validation, test);

    var net = new FashionNet(settings.Seed) { Normalizer = Normalizer.FitPerChannel(training) };
    var trainer = new Trainer<FashionNet>(net, new AdamW(1e-3f) { WeightDecay = 0.1f })
    {
        BatchSize = settings.BatchSize,
        Threads = settings.Threads,
        Seed = settings.Seed,
        Schedule = new CosineDecay(),
        Metrics = [new Accuracy()],
    };
    Console.WriteLine(FashionNet.Summary);

    long start = Stopwatch.GetTimestamp();
    ProgressDisplay.Show(progress => trainer.Fit(training, validation, settings.Epochs, progress, cancellation));
    Report.Training(Stopwatch.GetElapsedTime(start), (long)training.Count * settings.Epochs);

    // The test images are looked at once, when nothing is left to be chosen.
    Report.Test(trainer.Evaluate(test));

    const string file = "fashion.safetensors";
    net.Save(file);
    Report.Predictions(file, net, FashionNet.Load(file), test);
}
