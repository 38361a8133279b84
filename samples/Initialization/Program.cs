using FashionMnistSample;
using InitializationSample;
using Layerwright;
using Spectre.Console;

// After CS231n's lecture on initialisation: its histograms of activations, and those of gradients beside them.
Terminal.Prepare();
if (Terminal.ReportFile(args, "initialization.html") is not { } file)
{
    return 1;
}

Dataset data = Noise.Create(rows: 1_000, features: 500, classes: 10, seed: 1);
Report.Introduce(data);
var results = new List<(Experiment Experiment, Passage Passage)>();
foreach (Experiment experiment in Experiment.All)
{
    Passage passage = experiment.Run(data);
    Report.Show(experiment, passage);
    results.Add((experiment, passage));
}

Report.Compare(results);
TrainingReport.WriteHtml(file, new ReportContent
{
    Title = "What the first weights decide",
    Description = $"{data.Count:n0} rows of {data.InputLength} normal numbers on their way through ten layers of 500 units, forward and back, before any training.",
    Panels = [.. results.Select(result => new LayerPanel(result.Experiment.Title, result.Passage.Layers) { Note = $"{result.Experiment.Distribution}. {result.Experiment.Lesson}" })],
});
AnsiConsole.MarkupLineInterpolated($"The same as histograms: [bold]{Path.GetFullPath(file)}[/]");
return 0;
