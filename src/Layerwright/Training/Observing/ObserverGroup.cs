namespace Layerwright;

/// <summary>
/// Several observers as one, told in their order, but those first whose state goes into checkpoints: it is then of the same step as the
/// weights. Allocates nothing while a fit runs.
/// </summary>
internal sealed class ObserverGroup(IReadOnlyList<ITrainingObserver> observers) : ITrainingObserver
{
    private readonly ITrainingObserver[] _observers = [.. observers.OrderBy(observer => observer is not IResumableObserver)];

    /// <summary>What the observers have gathered.</summary>
    public SavedObserver[] Save() =>
        [.. _observers.OfType<IResumableObserver>().Select(observer => new SavedObserver(observer.StateName, observer.SaveState()))];

    /// <summary>Gives it back: of several of one name, to each what the one at its place had.</summary>
    public void Resume(IReadOnlyList<SavedObserver> saved)
    {
        var left = saved.ToList();
        foreach (IResumableObserver observer in _observers.OfType<IResumableObserver>())
        {
            int found = left.FindIndex(state => state.Name == observer.StateName);
            if (found >= 0)
            {
                observer.LoadState(left[found].State);
                left.RemoveAt(found);
            }
        }
    }

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
