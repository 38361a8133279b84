using Layerwright;
using Spectre.Console;

namespace InitializationSample;

/// <summary>What the program says.</summary>
internal static class Report
{
    public static void Introduce(Dataset data) => AnsiConsole.MarkupLineInterpolated(
        $"[bold]What the first weights decide[/]\n{data.Count:n0} rows of {data.InputLength} normal numbers go through ten layers of 500 units and back. A deep network learns only if signals reach its end and gradients its beginning: look down each column, it should stay as it is from layer 1 to layer 10. Heights go by the square root of the share.");

    /// <summary>A line for each layer.</summary>
    public static void Show(Experiment experiment, Passage passage)
    {
        // tanh has its bounds for an axis; ReLU gets one that a healthy layer fills.
        var (low, high, axis) = experiment.Nonlinearity == "tanh" ? (-1.0, 1.0, "−1 to 1") : (0.0, 3.0, "0 to 3");
        AnsiConsole.MarkupLineInterpolated($"\n[bold]{experiment.Title}: {experiment.Distribution}[/]\n{experiment.Lesson}");
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(new TableColumn("layer").RightAligned())
            .AddColumn(new TableColumn("mean").RightAligned())
            .AddColumn(new TableColumn("deviation").RightAligned())
            .AddColumn(new TableColumn("saturated").RightAligned())
            .AddColumn($"activations, {axis}")
            .AddColumn(new TableColumn("gradient RMS").RightAligned())
            .AddColumn("gradients around 0");
        double widest = 3 * passage.Last.GradientRms!.Value;
        for (int i = 0; i < passage.Layers.Count; i++)
        {
            LayerSample sample = passage.Layers[i].Samples[0];
            table.AddRow(
                $"{i + 1}", Figure(sample.Mean), Figure(sample.Deviation), sample.Saturated is { } share ? $"{share:p0}" : "",
                Sparkline.Of(sample.Activations, low, high),
                Figure(sample.GradientRms!.Value), Sparkline.Of(sample.Gradients!, -widest, widest));
        }

        AnsiConsole.Write(table);
        foreach (Finding finding in passage.Findings)
        {
            AnsiConsole.MarkupLineInterpolated($"[yellow]The monitor says: {finding}[/]");
        }
    }

    /// <summary>All of them in one table.</summary>
    public static void Compare(IEnumerable<(Experiment Experiment, Passage Passage)> all)
    {
        AnsiConsole.MarkupLine("\n[bold]Side by side[/]: what is left of activations in layer 10 (of layer 1), and of gradients in layer 1 (of layer 10)");
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn("nonlinearity")
            .AddColumn("weights")
            .AddColumn(new TableColumn("activations").RightAligned())
            .AddColumn(new TableColumn("gradients").RightAligned())
            .AddColumn(new TableColumn("saturated").RightAligned())
            .AddColumn("verdict");
        foreach (var (experiment, passage) in all)
        {
            table.AddRow(
                experiment.Nonlinearity, experiment.Weights, Figure(passage.Forward), Figure(passage.Backward),
                passage.Last.Saturated is { } share ? $"{share:p0}" : "", Verdict.Of(passage));
        }

        AnsiConsole.Write(table);
    }

    /// <summary>Three digits behind the point; a power of ten where it is far from 1.</summary>
    private static string Figure(double value) =>
        value == 0 || Math.Abs(value) is >= 0.001 and < 1000 ? $"{value:f3}" : value.ToString("0.0e-0");
}
