namespace Layerwright;

/// <summary>
/// An observer whose state goes into a <see cref="Checkpointer"/>'s files, and comes back where a fit goes on from one. Those of a trainer
/// are told before its other observers, so that a checkpoint has their state of the same step as the weights.
/// </summary>
public interface IResumableObserver : ITrainingObserver
{
    /// <summary>
    /// By what an observer knows its state again, such as its class's name. Several of one name get theirs in the order of the trainer's
    /// observers.
    /// </summary>
    string StateName { get; }

    /// <summary>What has been gathered so far; called when a checkpoint is written, after the step or epoch at hand.</summary>
    ObserverState SaveState();

    /// <summary>
    /// Takes over what was gathered before the fit was interrupted; called after <see cref="ITrainingObserver.OnFitStarting"/>, before the
    /// first step. Not called where the checkpoint has no state of this name.
    /// </summary>
    /// <param name="state">What <see cref="SaveState"/> gave.</param>
    /// <exception cref="InvalidDataException">It is not such a state.</exception>
    void LoadState(ObserverState state);
}
