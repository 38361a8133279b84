namespace Layerwright;

/// <summary>Hands a fit's epochs on to the watch over its trial.</summary>
internal sealed class TrialProgress(TrialWatch watch) : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value)
    {
        if (value.IsEpochEnd)
        {
            watch.Report(value.Epoch, value.ValidationLoss ?? value.Loss);
        }
    }
}
