namespace Layerwright;

/// <summary>
/// Watches a fit: a monitor, a checkpointer, or your own. Called on the thread that trains, between
/// steps, so whatever an observer does takes training time. An exception of an observer ends the fit.
/// </summary>
public interface ITrainingObserver
{
    /// <summary>A fit is about to make its first step.</summary>
    /// <param name="run">The fit; the same object until it ends.</param>
    void OnFitStarting(TrainingRun run)
    {
    }

    /// <summary>An update of the weights is about to be computed (from one batch, or from <see cref="Trainer{TNetwork}.AccumulationSteps"/>).</summary>
    /// <param name="run">The fit.</param>
    void OnStepStarting(TrainingRun run)
    {
    }

    /// <summary>The weights have been updated.</summary>
    /// <param name="run">The fit.</param>
    void OnStepCompleted(TrainingRun run)
    {
    }

    /// <summary>An epoch has been trained and, where there is validation data, measured; it stands in <see cref="TrainingRun.History"/>.</summary>
    /// <param name="run">The fit.</param>
    void OnEpochCompleted(TrainingRun run)
    {
    }

    /// <summary>The fit is over, however it ended; the network holds the weights that it keeps.</summary>
    /// <param name="run">The fit.</param>
    /// <param name="fault">What ended it before its time, or null.</param>
    void OnFitEnded(TrainingRun run, Exception? fault)
    {
    }
}
