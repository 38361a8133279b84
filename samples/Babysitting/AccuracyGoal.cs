using Layerwright;

namespace BabysittingSample;

/// <summary>Ends a fit at the epoch that reaches a validation accuracy. An observer of your own is no more than this.</summary>
internal sealed class AccuracyGoal(double goal) : ITrainingObserver
{
    private static readonly Accuracy _accuracy = new();

    public void OnEpochCompleted(TrainingRun run)
    {
        if (run.History.ValidationMetric(_accuracy)[^1] >= goal)
        {
            run.Stop($"{goal:p0} of the validation images are right");
        }
    }
}
