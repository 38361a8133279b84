namespace Layerwright;

/// <summary>Several observers as one, told in their order. Allocates nothing.</summary>
internal sealed class ObserverGroup(IReadOnlyList<ITrainingObserver> observers) : ITrainingObserver
{
    private readonly ITrainingObserver[] _observers = [.. observers];

    public void OnFitStarting(TrainingRun run)
    {
        foreach (ITrainingObserver observer in _observers)
        {
            observer.OnFitStarting(run);
        }
    }

    public void OnStepStarting(TrainingRun run)
    {
        foreach (ITrainingObserver observer in _observers)
        {
            observer.OnStepStarting(run);
        }
    }

    public void OnStepCompleted(TrainingRun run)
    {
        foreach (ITrainingObserver observer in _observers)
        {
            observer.OnStepCompleted(run);
        }
    }

    public void OnEpochCompleted(TrainingRun run)
    {
        foreach (ITrainingObserver observer in _observers)
        {
            observer.OnEpochCompleted(run);
        }
    }

    public void OnFitEnded(TrainingRun run, Exception? fault)
    {
        foreach (ITrainingObserver observer in _observers)
        {
            observer.OnFitEnded(run, fault);
        }
    }
}
