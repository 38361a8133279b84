namespace Layerwright;

/// <summary>Hands a fit's epochs on to the watch over its trial: losses to a search for the smallest value, its metric to one for the largest.</summary>
internal sealed class TrialProgress(TrialWatch watch, bool maximize) : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value)
    {
        if (!value.IsEpochEnd)
        {
            return;
        }

        if (!maximize)
        {
            watch.Report(value.Epoch, value.ValidationLoss ?? value.Loss);
        }
        else if (value.ValidationMetric is { } metric)
        {
            watch.Report(value.Epoch, metric);
        }
    }
}
