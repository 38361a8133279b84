using System.Globalization;
using System.Numerics.Tensors;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// The average of a network's weights and running statistics over a training run: often as good as an ensemble, at the cost of one
/// prediction (Polyak and Juditsky 1992; Izmailov et al. 2018). Either running, as an observer of a trainer: an exponential average,
/// taken after every update as torch.optim.swa_utils.AveragedModel with get_ema_avg_fn and use_buffers does; or over checkpoints, each
/// with the same weight (<see cref="OfCheckpoints"/>).
/// </summary>
/// <remarks>
/// A running average is 1 − decay new in every update: at 0.999 it reaches over some thousand updates. It costs a pass over the weights
/// an update and allocates nothing there. Training does not see it: the network's own weights go their way, bit for bit. A
/// <see cref="Checkpointer"/> keeps it: given again to <see cref="Trainer{TNetwork}.Resume"/>, with the same decay, an average goes on to the
/// bits that it would have had. Statistics of batch normalisation are averaged as the weights are.
/// </remarks>
/// <example>
/// <code>
/// var average = new ParameterAverage&lt;FashionNet&gt;(decay: 0.999);
/// new Trainer&lt;FashionNet&gt;(net, new AdamW(1e-3f)) { Observers = [average] }.Fit(train, epochs: 20);
/// Predictor&lt;FashionNet&gt; predictor = average.CreatePredictor();
/// </code>
/// </example>
/// <typeparam name="TNetwork">The network's class.</typeparam>
public sealed class ParameterAverage<TNetwork> : IResumableObserver
    where TNetwork : class, INetwork<TNetwork>
{
    private const string CountName = "count", DecayName = "decay";

    private TNetwork? _network;
    private ParameterStore? _average;

    /// <summary>Makes a running average; it begins with the first fit that it observes.</summary>
    /// <param name="decay">Share of the average that each update leaves, from 0 (the last weights) to below 1. Default: 0.999.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decay"/> is not in [0, 1).</exception>
    public ParameterAverage(float decay = 0.999f) => Decay = Domain.Share(decay, nameof(decay));

    /// <inheritdoc/>
    public string StateName => nameof(ParameterAverage<TNetwork>);

    /// <summary>Share of the average that each update leaves.</summary>
    public float Decay { get; }

    /// <summary>Updates, or checkpoints, that are in the average.</summary>
    public long Count { get; private set; }

    /// <summary>The average by PyTorch's names: <c>other.CopyFrom(average.State)</c> makes a network of it that can be saved.</summary>
    /// <exception cref="InvalidOperationException">Nothing has been averaged yet.</exception>
    public StateDictionary State => StateDictionary.Of(Average);

    private ParameterStore Average => Count > 0
        ? _average!
        : throw new InvalidOperationException("Nothing has been averaged yet: give this average to a trainer's Observers, and fit.");

    /// <summary>The average of one network's files, checkpoints of one run or saved networks; the first one's normaliser is used.</summary>
    /// <param name="paths">The files, one at least.</param>
    /// <exception cref="ArgumentException">There are no files.</exception>
    /// <exception cref="InvalidDataException">A file is broken or holds another network; the message names it.</exception>
    public static ParameterAverage<TNetwork> OfCheckpoints(IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        if (paths.Count == 0)
        {
            throw new ArgumentException("An average is over one file at least; there are none.", nameof(paths));
        }

        // Summed in double precision: a mean of equal weights is those weights.
        TNetwork first = NetworkFile.Load<TNetwork>(paths[0]);
        double[] sums = new double[first.Parameters.Values.Layout.Length];
        for (int i = 0; i < paths.Count; i++)
        {
            ReadOnlySpan<float> values = (i == 0 ? first : NetworkFile.Load<TNetwork>(paths[i])).Parameters.Values.Buffer.Span;
            for (int j = 0; j < sums.Length; j++)
            {
                sums[j] += values[j];
            }
        }

        var average = new ParameterAverage<TNetwork>(0);
        average.Begin(first);
        Span<float> mean = average._average!.Values.Buffer.Span;
        for (int j = 0; j < sums.Length; j++)
        {
            mean[j] = (float)(sums[j] / paths.Count);
        }

        average._average.MarkChanged();
        average.Count = paths.Count;
        return average;
    }

    /// <summary>
    /// A predictor over the average as it is now, with the network's normaliser; its <see cref="Predictor{TNetwork}.Refresh"/> takes the
    /// average of that time.
    /// </summary>
    /// <param name="maxBatchSize">Most rows a call.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxBatchSize"/> is not positive.</exception>
    /// <exception cref="InvalidOperationException">Nothing has been averaged yet.</exception>
    public Predictor<TNetwork> CreatePredictor(int maxBatchSize = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxBatchSize);
        return new Predictor<TNetwork>(_network!, Average, maxBatchSize);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The fit is of another network than before, or of another class.</exception>
    public void OnFitStarting(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.Network is not TNetwork network)
        {
            throw new InvalidOperationException($"This average is of {typeof(TNetwork).Name}; the trainer's network is {run.Network.Blueprint.Name}.");
        }

        if (_network is null)
        {
            Begin(network);
        }
        else if (!ReferenceEquals(_network, network))
        {
            throw new InvalidOperationException("This average is of another network already: make one for each.");
        }
    }

    /// <inheritdoc/>
    public void OnStepCompleted(TrainingRun run)
    {
        ReadOnlySpan<float> present = _network!.Parameters.Values.Buffer.Span;
        Span<float> average = _average!.Values.Buffer.Span;
        if (Count == 0)
        {
            present.CopyTo(average);
        }
        else
        {
            // What is frozen follows, and stays.
            int live = _average.Values.Layout.LiveLength;
            TensorPrimitives.Multiply(average[..live], Decay, average[..live]);
            TensorPrimitives.MultiplyAdd(present[..live], 1 - Decay, average[..live], average[..live]);
        }

        Count++;
        _average.MarkChanged();
    }

    /// <inheritdoc/>
    public ObserverState SaveState() => new()
    {
        Tensors = Count == 0 ? new Dictionary<string, float[]>() : State.Values.ToDictionary(entry => entry.Name, entry => entry.ToArray(), StringComparer.Ordinal),
        Facts = new Dictionary<string, string>
        {
            [CountName] = Count.ToString(CultureInfo.InvariantCulture),
            [DecayName] = Decay.ToString(CultureInfo.InvariantCulture),
        },
    };

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">No fit has begun, or the state is of an average of another decay.</exception>
    public void LoadState(ObserverState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (_average is null)
        {
            throw new InvalidOperationException("An average takes a state over in a fit: give it to Resume's observers, and fit.");
        }

        string decay = Decay.ToString(CultureInfo.InvariantCulture);
        if (Fact(state, DecayName) != decay)
        {
            throw new InvalidOperationException(
                $"The checkpoint's average has the decay {Fact(state, DecayName)}, this one {decay}: give one with the same decay to Resume.");
        }

        if (!long.TryParse(Fact(state, CountName), NumberStyles.None, CultureInfo.InvariantCulture, out long count))
        {
            throw new InvalidDataException($"The checkpoint's average: '{CountName}' is '{Fact(state, CountName)}'; expected a whole number.");
        }

        StateDictionary average = StateDictionary.Of(_average);
        if (count > 0 && average.Values.FirstOrDefault(entry => state.Tensors.GetValueOrDefault(entry.Name)?.Length != entry.Length) is { } entry)
        {
            throw new InvalidDataException($"The checkpoint's average has no '{entry.Name}' of {entry.Length} numbers.");
        }

        foreach (StateEntry taken in count > 0 ? average.Values : [])
        {
            taken.CopyFrom(state.Tensors[taken.Name]);
        }

        Count = count;
    }

    private static string Fact(ObserverState state, string name) => state.Facts.TryGetValue(name, out string? text)
        ? text
        : throw new InvalidDataException($"The checkpoint's average does not state '{name}'.");

    private void Begin(TNetwork network)
    {
        _network = network;
        _average = new(network.Blueprint, network.Seed);
    }

    /// <summary>For example <c>FashionNet average of 4220, decay 0.999</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{_network?.Blueprint.Name ?? typeof(TNetwork).Name} average of {Count}, decay {Decay}");
}
