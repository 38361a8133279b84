using Layerwright.Runtime;

namespace Layerwright;

/// <content>Where a fit is, taken and gone on from.</content>
internal sealed partial class FitRun<TNetwork>
{
    /// <summary>The weights that training stands at, where the fit has ended and the network got those of the best epoch instead.</summary>
    private SavedWeights? _aside;

    /// <summary>Why nothing follows: the network has the last whole epoch's weights again, and what belongs to them is gone.</summary>
    private string? _endedBy;

    internal override FitPlace Place => new(History.Epochs, _endedBy is null ? _place.Batches : 0, _aside is not null);

    internal override CheckpointWriter CreateCheckpointWriter() =>
        new(_trainer.Network, Capture, () => _step.Optimization.Moments(Optimizer), _observers.Save, _lastGood, _best, () => _aside);

    /// <summary>Goes on where a checkpoint of the same settings and data was taken. The network and the training step are there already.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="path">Its file.</param>
    public void Continue(Checkpoint checkpoint, string path)
    {
        FitState state = checkpoint.State;
        History.Restore(state.History);
        Epoch = History.Epochs;
        Step = state.Step;
        Loss = state.Loss;
        _place = state.Place;
        _bestEpoch.State = state.Best;
        _schedule.State = state.Plateau;
        LearningRateFactor = _schedule.Factor(Math.Max(Step - 1, 0));
        History.StoppedEarly = Epoch > 0 && _bestEpoch.IsPatienceOver;
        if (checkpoint.Tensors.LastEpoch is { } lastEpoch)
        {
            TensorSet.Restore(_lastGood.State, lastEpoch);
        }

        if (checkpoint.Tensors.Training is { } training)
        {
            // The file's network is the best epoch's; training goes on from its own.
            TensorSet.Restore(State, training);
            if (state.Place.Batches == 0)
            {
                TensorSet.Restore(_lastGood.State, training);
            }
        }

        if (checkpoint.Tensors.BestEpoch is { } bestEpoch)
        {
            TensorSet.Restore(_best!.State, bestEpoch);
        }

        if (state.EndedBy is { } reason)
        {
            Stop(reason);
            History.StoppedEarly = true;
        }

        _resumedObservers = checkpoint.Tensors.Observers;
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        EarlierCheckpoints = [.. state.Files.Select(file => Path.Combine(folder, file))];
    }

    private FitState Capture()
    {
        NetworkBlueprint blueprint = _trainer.Network.Blueprint;
        ParameterStore parameters = _trainer.Network.Parameters;
        return new FitState
        {
            Network = blueprint.Name,
            Settings = _trainer.Settings,
            TrainingRows = Training.Count,
            ValidationRows = Validation?.Count,
            Epochs = Epochs,
            EpochsBefore = _epochsBefore,
            Step = _endedBy is null ? Step : (long)History.Epochs * StepsPerEpoch,
            Loss = Loss,
            Place = _endedBy is null ? _place : default,
            EndedBy = _endedBy,
            TrainsAside = _aside is not null && _endedBy is null,
            History = HistoryState.Of(History),
            Best = _bestEpoch.State,
            Plateau = _schedule.State,
            TrainingStep = new(_step.MaxBatchSize, _step.ForwardPasses, _step.Optimization.Steps, _step.Optimization.Moments(Optimizer).Count),
            LayerRates = Enumerable.Range(0, blueprint.Layers.Length)
                .Where(layer => parameters.LayerRate(layer) != 1)
                .ToDictionary(layer => blueprint.Layers[layer].Name, layer => parameters.LayerRate(layer), StringComparer.Ordinal),
        };
    }
}
