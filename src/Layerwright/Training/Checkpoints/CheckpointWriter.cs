using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// Writes one fit's checkpoints: safetensors files with the network as <c>Save</c> writes it and, under names of their own, what
/// the optimizer keeps, the last epoch's weights and the best epoch's, and what observers keep; the rest as text in the metadata.
/// </summary>
internal sealed class CheckpointWriter
{
    private const string LastEpoch = NetworkFile.CheckpointPrefix + "last_epoch.", BestEpoch = NetworkFile.CheckpointPrefix + "best_epoch.",
        Training = NetworkFile.CheckpointPrefix + "training.";

    private readonly INetworkCode _network;
    private readonly Func<FitState> _capture;
    private readonly Func<IReadOnlyList<StateDictionary>> _moments;
    private readonly Func<IReadOnlyList<SavedObserver>> _observers;
    private readonly Func<SavedWeights?> _training;
    private readonly TensorSet _weights, _lastEpoch;
    private readonly TensorSet? _bestEpoch;
    private readonly List<TensorSet> _momentSets = [];
    private readonly List<(string Name, int[] Shape, float[] Values)> _tensors = [];

    /// <param name="network">The network that is trained.</param>
    /// <param name="capture">Says where the fit is.</param>
    /// <param name="moments">Says what the optimizer keeps.</param>
    /// <param name="observers">Says what observers have gathered.</param>
    /// <param name="lastEpoch">The weights of the last epoch's end.</param>
    /// <param name="bestEpoch">Those of the best epoch, where early stopping keeps them.</param>
    /// <param name="training">Those that training goes on from, where they are not the network's.</param>
    /// <exception cref="NotSupportedException">A setting or a name cannot go into a checkpoint.</exception>
    public CheckpointWriter(
        INetworkCode network, Func<FitState> capture, Func<IReadOnlyList<StateDictionary>> moments, Func<IReadOnlyList<SavedObserver>> observers,
        SavedWeights lastEpoch, SavedWeights? bestEpoch, Func<SavedWeights?> training)
    {
        StateDictionary state = StateDictionary.Of(network.Parameters);
        if (state.Keys.FirstOrDefault(key => key.StartsWith(NetworkFile.CheckpointPrefix, StringComparison.Ordinal)) is { } taken)
        {
            throw new NotSupportedException($"'{taken}' of {network.Blueprint.Name} begins with '{NetworkFile.CheckpointPrefix}', "
                + "as names do that checkpoints add: give the layer another Name or Key.");
        }

        _network = network;
        _capture = capture;
        _moments = moments;
        _observers = observers;
        _training = training;
        _weights = new(string.Empty, state);
        _lastEpoch = new(LastEpoch, lastEpoch.State);
        _bestEpoch = bestEpoch is null ? null : new(BestEpoch, bestEpoch.State);

        // Settings that cannot be written are found here, before anything is trained.
        FitStateText.Write(capture());
    }

    /// <summary>How the names of a moment's tensors begin.</summary>
    public static string MomentPrefix(int moment) => FormattableString.Invariant($"{NetworkFile.CheckpointPrefix}moment{moment + 1}.");

    /// <summary>Writes a checkpoint, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="files">Checkpoints of this fit that there are, this one last.</param>
    public void Write(string path, string[] files)
    {
        IReadOnlyList<StateDictionary> moments = _moments();
        FitState state = _capture() with { Files = files, Observers = _observers() };
        var normalizer = (Normalizer?)_network.InputTransform;
        _tensors.Clear();
        _weights.AddTo(_tensors);
        _tensors.AddRange(NetworkFile.Tensors(normalizer));
        for (int i = 0; i < moments.Count; i++)
        {
            if (i == _momentSets.Count)
            {
                _momentSets.Add(new(MomentPrefix(i), moments[i]));
            }

            _momentSets[i].AddTo(_tensors);
        }

        if (HoldsLastEpoch(state))
        {
            _lastEpoch.AddTo(_tensors);
        }

        if (HoldsBestEpoch(state))
        {
            _bestEpoch!.AddTo(_tensors);
        }

        if (state.TrainsAside)
        {
            new TensorSet(Training, _training()!.State).AddTo(_tensors);
        }

        for (int i = 0; i < state.Observers.Count; i++)
        {
            string prefix = ObserverPrefix(i);
            _tensors.AddRange(state.Observers[i].State.Tensors.Select(tensor => (prefix + tensor.Key, new[] { tensor.Value.Length }, tensor.Value)));
        }

        KeyValuePair<string, string>[] metadata = NetworkFile.Metadata(_network.Blueprint.Name, normalizer, _network.Seed);
        SafeTensorsFile.Write(path, [.. metadata, new(NetworkFile.CheckpointName, FitStateText.Write(state))], _tensors, path + ".tmp");
    }

    /// <summary>In the middle of an epoch the weights of the last one's end are others than the network's.</summary>
    public static bool HoldsLastEpoch(FitState state) => state.Place.Batches > 0;

    public static bool HoldsBestEpoch(FitState state) => state.Settings.EarlyStopping is not null && state.History.BestEpoch > 0;

    /// <summary>Reads what is kept for each weight.</summary>
    /// <param name="state">Where the fit was.</param>
    /// <param name="network">The network's own state.</param>
    /// <param name="header">What the file holds.</param>
    /// <param name="read">Reads one tensor.</param>
    /// <exception cref="InvalidDataException">A tensor is missing or has another shape.</exception>
    public static CheckpointTensors Read(FitState state, StateDictionary network, SafeTensorsHeader header, Func<SafeTensor, float[]> read) => new(
        [.. Enumerable.Range(0, state.TrainingStep.Moments)
            .Select(moment => TensorSet.Read(MomentPrefix(moment), network.Values.Where(entry => entry.IsTrainable), header, read))],
        HoldsLastEpoch(state) ? TensorSet.Read(LastEpoch, network.Values, header, read) : null,
        HoldsBestEpoch(state) ? TensorSet.Read(BestEpoch, network.Values, header, read) : null,
        state.TrainsAside ? TensorSet.Read(Training, network.Values, header, read) : null,
        [.. state.Observers.Select((observer, i) => observer with { State = observer.State with { Tensors = ReadObserver(i, header, read) } })]);

    private static string ObserverPrefix(int observer) => FormattableString.Invariant($"{NetworkFile.CheckpointPrefix}observer{observer + 1}.");

    /// <summary>Which tensors there must be is for the observer to say.</summary>
    private static Dictionary<string, float[]> ReadObserver(int observer, SafeTensorsHeader header, Func<SafeTensor, float[]> read)
    {
        string prefix = ObserverPrefix(observer);
        return header.Tensors.Values
            .Where(tensor => tensor.Name.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(tensor => tensor.Name[prefix.Length..], read, StringComparer.Ordinal);
    }
}

/// <summary>What a checkpoint holds for each weight besides the weights, by the state's names.</summary>
/// <param name="Moments">What the optimizer keeps.</param>
/// <param name="LastEpoch">The weights of the last epoch's end; null where they are the network's.</param>
/// <param name="BestEpoch">Those of the best epoch; null where none is kept.</param>
/// <param name="Training">Those that training goes on from; null where they are the network's.</param>
/// <param name="Observers">What observers have gathered.</param>
internal sealed record CheckpointTensors(
    Dictionary<string, float[]>[] Moments, Dictionary<string, float[]>? LastEpoch, Dictionary<string, float[]>? BestEpoch,
    Dictionary<string, float[]>? Training, IReadOnlyList<SavedObserver> Observers);
