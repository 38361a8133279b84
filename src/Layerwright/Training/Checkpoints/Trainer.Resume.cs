using Layerwright.Runtime;

namespace Layerwright;

/// <content>Going on from a checkpoint.</content>
public sealed partial class Trainer<TNetwork>
{
    private Checkpoint? _checkpoint;
    private string _checkpointPath = string.Empty;

    /// <summary>What decides the bits of a fit, and what it measures.</summary>
    internal TrainerSettings Settings => new()
    {
        Optimizer = Optimizer,
        BatchSize = BatchSize,
        Threads = Threads,
        Shuffle = Shuffle,
        DropLast = DropLast,
        Seed = Seed,
        Schedule = Schedule,
        Clipping = Clipping,
        AccumulationSteps = AccumulationSteps,
        RegularizationFactor = RegularizationFactor,
        DropoutFactor = DropoutFactor,
        EarlyStopping = EarlyStopping,
        ClassWeights = ClassWeights.ToArray(),
        Augmentation = [.. Augmentation.Select(SavedAugmentation.Of)],
        Metrics = Metrics,
    };

    /// <summary>
    /// A trainer as it was when a <see cref="Checkpointer"/> wrote a file, with its network. Its first <see cref="Fit"/> takes the same
    /// data and number of epochs and goes on to the same bits as if it had never stopped (on a machine with vectors of the same width);
    /// the history has all epochs. Observers are not in the file: give them again; each <see cref="IResumableObserver"/> gets what it had gathered.
    /// </summary>
    /// <remarks>
    /// Without a <see cref="Schedule"/> the fit may be given more epochs than it had. Where the fit had ended already, <see cref="Fit"/>
    /// does what is done at an end (restores the best weights) and no step; so it does where the fit diverged, or was stopped in the middle of
    /// an epoch with the last one's weights restored: <see cref="TrainingHistory.StopReason"/> then says why.
    /// </remarks>
    /// <param name="checkpoint">The file.</param>
    /// <param name="observers">Who watches from now on, such as a <see cref="Checkpointer"/>; nobody by default.</param>
    /// <param name="augmentation">
    /// What the fit was augmented with. By default what the file says; it must be given where one is of a class of your own, which the file
    /// only names.
    /// </param>
    /// <exception cref="ArgumentException">The augmentation is not the fit's.</exception>
    /// <exception cref="InvalidDataException">The file is broken, no checkpoint, or one of another network; the message says what is wrong where.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Trainer<TNetwork> Resume(
        string checkpoint, IReadOnlyList<ITrainingObserver>? observers = null, IReadOnlyList<IAugmentation>? augmentation = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(checkpoint);
        (Checkpoint content, TNetwork network) = Checkpoint.Read<TNetwork>(checkpoint);
        augmentation = SavedAugmentation.Resumed(content.State.Settings.Augmentation, augmentation);
        try
        {
            return Resumed(content, network, checkpoint, observers ?? [], augmentation);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidDataException)
        {
            // Settings that each may be but not together, or not with this network.
            throw new InvalidDataException($"'{checkpoint}': {exception.Message}", exception);
        }
    }

    private static Trainer<TNetwork> Resumed(
        Checkpoint content, TNetwork network, string path, IReadOnlyList<ITrainingObserver> observers, IReadOnlyList<IAugmentation> augmentation)
    {
        FitState state = content.State;
        TrainerSettings settings = state.Settings;
        var trainer = new Trainer<TNetwork>(network, settings.Optimizer)
        {
            BatchSize = settings.BatchSize,
            Threads = settings.Threads,
            Shuffle = settings.Shuffle,
            DropLast = settings.DropLast,
            Seed = settings.Seed,
            Schedule = settings.Schedule,
            Clipping = settings.Clipping,
            AccumulationSteps = settings.AccumulationSteps,
            RegularizationFactor = settings.RegularizationFactor,
            DropoutFactor = settings.DropoutFactor,
            EarlyStopping = settings.EarlyStopping,
            ClassWeights = settings.ClassWeights,
            Augmentation = augmentation,
            Metrics = settings.Metrics,
            Observers = observers,
            _checkpoint = content,
            _checkpointPath = path,
            _epochsBefore = state.EpochsBefore,
        };
        LayerInfo[] layers = network.Blueprint.Layers;
        foreach ((string name, float rate) in state.LayerRates)
        {
            int layer = Array.FindIndex(layers, layer => layer.Name == name);
            network.Parameters.SetLayerRate(
                layer >= 0 ? layer : throw new InvalidDataException(
                    $"checkpoint.learningRateMultipliers: '{name}' is no layer of {network.Blueprint.Name}"),
                Domain.NotNegative(rate, name));
        }

        TrainingStep<TNetwork> step = trainer.StepFor(state.TrainingStep.MaxBatchSize);
        step.ForwardPasses = state.TrainingStep.ForwardPasses;
        step.Optimization.Resume(settings.Optimizer, state.TrainingStep.Updates, moments =>
        {
            for (int i = 0; i < content.Tensors.Moments.Length; i++)
            {
                TensorSet.Restore(moments[i], content.Tensors.Moments[i]);
            }
        });
        return trainer;
    }

    /// <summary>That a resumed fit gets what it had.</summary>
    /// <exception cref="ArgumentException">Data of other sizes, or another number of epochs.</exception>
    private void CheckResumed(FitState state, IBatchSource training, IBatchSource? validation, int epochs, BatchPlan plan)
    {
        if (training.Count != state.TrainingRows)
        {
            throw new ArgumentException(
                $"{Was} on {state.TrainingRows} rows; these are {training.Count}. Resume it with the same data.", nameof(training));
        }

        if (validation?.Count != state.ValidationRows)
        {
            throw new ArgumentException(
                $"{Was} with {Rows(state.ValidationRows)} of validation data; these are {Rows(validation?.Count)}. Resume it with the same data.",
                nameof(validation));
        }

        bool isFit = Schedule is null ? epochs >= state.History.Epochs + (state.Place.Batches > 0 ? 1 : 0) : epochs == state.Epochs;
        if (!isFit)
        {
            string done = $"{Was} for {state.Epochs} epochs, of which {state.History.Epochs} are done";
            throw new ArgumentException(
                Schedule is null
                    ? $"{done}; it cannot go on to {epochs}."
                    : $"{done}, and its schedule spans them: give epochs: {state.Epochs}, not {epochs}.",
                nameof(epochs));
        }

        int batches = state.Place.Batches;
        if (batches > plan.Batches || (batches < plan.Batches && !plan.IsFirst(batches)) || state.Step > (long)epochs * plan.Updates)
        {
            throw new InvalidDataException(
                $"'{_checkpointPath}': checkpoint.epoch.batches is {batches} and checkpoint.step {state.Step}; an epoch has {plan.Batches} batches in {plan.Updates} updates");
        }
    }

    private string Was => $"The fit of '{_checkpointPath}' was";

    private static string Rows(int? count) => count is { } rows ? FormattableString.Invariant($"{rows} rows") : "no rows";
}
