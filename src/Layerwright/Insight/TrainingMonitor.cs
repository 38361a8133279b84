using System.Diagnostics;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// Watches a fit and says what goes wrong, as a compiler that sees the data: curves, activations and gradients of every layer, the ratio of updates to
/// weights, dead and saturated units. It stops fits that have exploded. Weights become the same, bit for bit, with and without it.
/// </summary>
/// <remarks>
/// <para>
/// Everything is sampled: every 32nd step, in fits of less than 256 steps oftener, but never more than one in 16 (see <see cref="SampleEvery"/>), and of
/// such a step the first <see cref="SampleRows"/> rows. After each epoch the loss over a fixed sample of the training rows is measured as on
/// validation rows, and the record examined. That was measured at less than 3 % of the training time of 784-512-256-10, LeNet and a small residual
/// network, at every 32nd step and with 64 steps of 128 rows or more an epoch. Shorter fits and smaller batches or networks pay more, since a sample
/// costs something at least. A step of which no sample is taken allocates nothing.
/// </para>
/// <para>
/// A monitor watches one fit at a time, and a fit has one monitor; a further fit begins a new record. A <see cref="Checkpointer"/>'s files hold the record, about a kilobyte
/// for each layer and sample: a monitor that is given to <see cref="Trainer{TNetwork}.Resume"/> goes on with it, so that its report shows the whole fit.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// var monitor = new TrainingMonitor();
/// var trainer = new Trainer&lt;FashionNet&gt;(net, new AdamW(1e-3f)) { Observers = [monitor] };
/// trainer.Fit(train, validation, epochs: 10);
/// Console.WriteLine(monitor);
/// </code>
/// </example>
[DebuggerDisplay("{Findings.Count} findings")]
public sealed class TrainingMonitor : IResumableObserver
{
    /// <summary>LW7001, the loss became NaN or infinite.</summary>
    private const string NotFinite = "LW7001";

    /// <summary>Names in a checkpoint; the record's changes with its form.</summary>
    private const string RecordName = "record1", KeptName = "kept", FirstName = "first";

    private MonitoredFit? _fit;
    private FindingList? _findings;
    private TrainingRecord? _record;

    /// <summary>
    /// Every how many updates of the weights activations, gradients and weights are looked at. Default: 0, every 32nd; in
    /// fits of less than 256 steps 8 times in all, but not oftener than every 16th.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int SampleEvery
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(SampleEvery));
            field = value;
        }
    }

    /// <summary>Rows at the beginning of a batch of which activations and gradients are looked at. Default: 32.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int SampleRows
    {
        get;
        init => field = Domain.AtLeast(1, value);
    } = 32;

    /// <summary>
    /// Training rows that are measured after each epoch as validation rows are, spread evenly over all of them. Default: 0, every 64th, but
    /// 1,000 at most; 200 at least where those are not more than 3 in 64, else so many, 100 at least (or all there are).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int MeasuredRows
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(MeasuredRows));
            field = value;
        }
    }

    /// <summary>
    /// Findings that end the fit, by id; the network then has the weights of the end of the last epoch before, or those before the fit. Default: LW7001 and
    /// LW7005. A loss that is not finite ends a fit in any case, by <see cref="TrainingDivergedException"/>.
    /// </summary>
    public IReadOnlyList<string> StopOn
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(StopOn));
            field = [.. value];
        }
    } = [NotFinite, ExplosionWatch.Id];

    /// <summary>Told each finding when it is first made, on the thread that trains. Default: nobody.</summary>
    public IProgress<Finding>? Progress { get; init; }

    /// <summary>Everything recorded of the fit at hand, or of the last one.</summary>
    /// <exception cref="InvalidOperationException">No fit has begun.</exception>
    public TrainingRecord Record => _record ??= _fit?.CreateRecord()
        ?? throw new InvalidOperationException("This monitor has seen no fit: give it to a trainer as one of its Observers, then call Fit.");

    /// <summary>What was found in the fit at hand, or in the last one, and still holds at its last epoch; stops remain.</summary>
    public IReadOnlyList<Finding> Findings => _findings?.Present ?? [];

    /// <summary>Epochs, layers and findings in a few lines, the same in every culture.</summary>
    public override string ToString() => _fit is null ? "No fit was watched." : MonitorSummary.Write(Record, Findings);

    /// <inheritdoc/>
    void ITrainingObserver.OnFitStarting(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        _record = null;
        _findings = new(Progress);
        _fit = new(run, SampleEvery, SampleRows, MeasuredRows);
    }

    /// <inheritdoc/>
    void ITrainingObserver.OnStepStarting(TrainingRun run) => Fit(run).BeginStep();

    /// <inheritdoc/>
    void ITrainingObserver.OnStepCompleted(TrainingRun run)
    {
        _record = null;
        if (Fit(run).EndStep() is { } explosion)
        {
            _findings!.Keep(explosion with { Epoch = run.Epoch, Step = run.Step });
            StopIfAsked(run, explosion);
        }
    }

    /// <inheritdoc/>
    void ITrainingObserver.OnEpochCompleted(TrainingRun run)
    {
        Fit(run).EndEpoch();
        Examine();
        foreach (Finding finding in Findings)
        {
            StopIfAsked(run, finding);
        }
    }

    /// <inheritdoc/>
    void ITrainingObserver.OnFitEnded(TrainingRun run, Exception? fault)
    {
        Fit(run).End(fault);
        if (fault is TrainingDivergedException divergence)
        {
            _findings!.Keep(NotFiniteLoss(divergence));
        }

        Examine();
    }

    /// <inheritdoc/>
    string IResumableObserver.StateName => nameof(TrainingMonitor);

    /// <inheritdoc/>
    ObserverState IResumableObserver.SaveState()
    {
        if (_fit is null)
        {
            return new();
        }

        var stream = new RecordStream();
        _fit.Exchange(stream);
        return new()
        {
            Tensors = new Dictionary<string, float[]> { [RecordName] = stream.ToTensor() },
            Facts = new Dictionary<string, string> { [KeptName] = FindingText.Write(_findings!.Kept), [FirstName] = FindingText.Write(_findings.First) },
        };
    }

    /// <inheritdoc/>
    void IResumableObserver.LoadState(ObserverState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (_fit is null)
        {
            throw new InvalidOperationException("A monitor takes a record over in a fit: give it to Resume's observers, and fit.");
        }

        // A record of another form, or none: what follows is watched all the same.
        if (state.Tensors.TryGetValue(RecordName, out float[]? numbers) && state.Facts.TryGetValue(KeptName, out string? kept) && state.Facts.TryGetValue(FirstName, out string? first))
        {
            var stream = new RecordStream(numbers);
            _fit.Exchange(stream);
            if (!stream.IsAtEnd)
            {
                throw new InvalidDataException("The checkpoint's monitor holds more than this network's.");
            }

            _record = null;
            _findings!.Resume(FindingText.Read(kept), FindingText.Read(first));
        }
    }

    private void Examine()
    {
        _record = null;
        _findings!.Renew(Diagnoses.Examine(Record));
    }

    private void StopIfAsked(TrainingRun run, Finding finding)
    {
        if (StopOn.Contains(finding.Id))
        {
            run.Stop($"{finding.Id}: {finding.Message}.", restoreWeights: true);
        }
    }

    private static Finding NotFiniteLoss(TrainingDivergedException divergence) => new(
        NotFinite, "Loss not finite", FindingSeverity.Warning, divergence.Fact.TrimEnd('.'),
        "Try a lower learning rate, clipping of gradients by norm, and inputs of mean 0 and deviation 1; look for inputs and targets that are not finite", "LW5001")
    {
        Epoch = divergence.Epoch,
        Step = divergence.Step,
    };

    private MonitoredFit Fit(TrainingRun run) => _fit is { } fit && fit.Run == run
        ? fit
        : throw new InvalidOperationException("A monitor watches one fit at a time: give each trainer that runs at once its own.");
}
