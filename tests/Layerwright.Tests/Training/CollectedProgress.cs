namespace Layerwright.Tests.Training;

/// <summary>Keeps every report, and does something at each.</summary>
internal sealed class CollectedProgress(Action<TrainingProgress>? then = null) : IProgress<TrainingProgress>
{
    public List<TrainingProgress> Reports { get; } = [];

    public IEnumerable<TrainingProgress> EpochEnds => Reports.Where(report => report.IsEpochEnd);

    public void Report(TrainingProgress value)
    {
        Reports.Add(value);
        then?.Invoke(value);
    }
}
