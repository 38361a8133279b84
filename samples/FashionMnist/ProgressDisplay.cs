using Layerwright;
using Spectre.Console;

namespace FashionMnistSample;

/// <summary>A line for each epoch and, on a terminal, a live bar below them.</summary>
internal sealed class ProgressDisplay : IProgress<TrainingProgress>
{
    private readonly ProgressTask? _bar;

    private ProgressDisplay(ProgressTask? bar) => _bar = bar;

    public static void Show(Action<IProgress<TrainingProgress>> train)
    {
        AnsiConsole.MarkupLine("[bold]epoch  train loss   val loss   val accuracy     samples/s[/]");
        if (!AnsiConsole.Profile.Capabilities.Interactive)
        {
            // Into a file or a pipe go the finished lines alone.
            train(new ProgressDisplay(bar: null));
            return;
        }

        AnsiConsole.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => train(new ProgressDisplay(context.AddTask("starting"))));
    }

    public void Report(TrainingProgress value)
    {
        if (value.IsEpochEnd)
        {
            AnsiConsole.MarkupLine(
                $"{value.Epoch,5}  {value.Loss,10:f4} {value.ValidationLoss,10:f4}   [green]{value.ValidationMetric,12:p2}[/]  {value.SamplesPerSecond,12:n0}");
            return;
        }

        if (_bar is not null)
        {
            _bar.MaxValue = (long)value.Epochs * value.Batches;
            _bar.Value = (value.Epoch - 1L) * value.Batches + value.Batch;
            _bar.Description = $"epoch {value.Epoch}/{value.Epochs}, loss {value.Loss:f4}";
        }
    }
}
