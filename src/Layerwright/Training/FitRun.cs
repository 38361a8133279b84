using System.Diagnostics;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>One fit: its memory is taken at the start, its epochs allocate nothing.</summary>
internal sealed partial class FitRun<TNetwork> : TrainingRun
    where TNetwork : class, INetwork<TNetwork>
{
    private readonly Trainer<TNetwork> _trainer;
    private readonly TrainingStep<TNetwork> _step;
    private readonly BatchPlan _plan;
    private readonly int _epochsBefore;

    private readonly Batch _batch;
    private readonly BatchAugmentation _augmentation;
    private readonly ScheduleRun _schedule;
    private readonly UpdateShares _shares;
    private readonly Evaluator<TNetwork> _evaluator;
    private readonly Measurement? _measurement;
    private readonly BestEpoch _bestEpoch;
    private readonly SavedWeights _lastGood;
    private readonly SavedWeights? _best;
    private readonly int[] _order;
    private readonly ObserverGroup _observers;
    private IReadOnlyList<SavedObserver> _resumedObservers = [];
    private EpochPlace _place;
    private long _epochStart;

    /// <summary>Takes the memory of a fit whose data is known to fit the network.</summary>
    public FitRun(
        Trainer<TNetwork> trainer, TrainingStep<TNetwork> step, IBatchSource training, BatchPlan plan,
        IBatchSource? validation, Measurement? measurement, int epochs, int epochsBefore)
        : base(
            new TrainingHistory(epochs, validation is not null, measurement?.Metrics ?? []),
            trainer.Optimizer, training, validation, epochs, plan.Updates)
    {
        _trainer = trainer;
        _step = step;
        _plan = plan;
        _measurement = measurement;
        _epochsBefore = epochsBefore;
        _schedule = new ScheduleRun(trainer.Schedule, trainer.Optimizer, (long)epochs * plan.Updates, plan.Updates);
        _shares = new UpdateShares(training, plan, trainer.ClassWeights, trainer.Network.Blueprint.IgnoreLabel);
        _batch = new Batch(step.MaxBatchSize, trainer.Network.Blueprint);
        _augmentation = new BatchAugmentation(trainer.Augmentation, training, trainer.Seed);
        _evaluator = new Evaluator<TNetwork>(step, _batch);
        _observers = new ObserverGroup(trainer.Observers);
        _bestEpoch = new BestEpoch(trainer.EarlyStopping, measurement);
        _lastGood = new SavedWeights(trainer.Network.Parameters);
        _best = trainer.EarlyStopping is null ? null : new SavedWeights(trainer.Network.Parameters);
        _order = new int[training.Count];
        for (int i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
        }
    }

    public override StateDictionary State => field ??= StateDictionary.Of(_trainer.Network.Parameters);

    internal override INetworkCode Network => _trainer.Network;

    internal override Batch Batch => _batch;

    internal override double Penalty => _step.Penalty;

    internal override ReadOnlySpan<float> Outputs => _step.Outputs;

    internal override StateDictionary Gradients => _step.Gradients;

    internal override int EpochsBefore => _epochsBefore;

    internal override LayerObserver? LayerObserver
    {
        get => _step.Observer;
        set => _step.Observer = value;
    }

    public TrainingHistory Run(IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        Exception? fault = null;
        try
        {
            _observers.OnFitStarting(this);
            _observers.Resume(_resumedObservers);
            while (Epoch < Epochs && !History.StoppedEarly)
            {
                RunEpoch(progress, cancellationToken);
                History.StoppedEarly = StopReason is not null || _bestEpoch.IsPatienceOver;
            }

            History.StopReason = StopReason;
            return History;
        }
        catch (Exception exception)
        {
            fault = exception;
            throw;
        }
        finally
        {
            End(fault);
        }
    }

    internal override void Measure(IBatchSource data, Measurement measurement) => _evaluator.Run(data, measurement);

    /// <summary>Gives the network the weights that it keeps, then tells the observers.</summary>
    private void End(Exception? fault)
    {
        bool goesBack = fault is TrainingDivergedException || RestoresWeights;
        if (goesBack)
        {
            _lastGood.Restore();
            _endedBy = fault?.Message ?? (_place.Batches > 0 ? StopReason : null);
        }

        bool isEpochEnd = goesBack || _place.Batches == 0;
        if (_best is not null && History.BestEpoch > 0)
        {
            if (!isEpochEnd || History.BestEpoch < History.Epochs)
            {
                _aside = isEpochEnd ? _lastGood : new SavedWeights(_trainer.Network.Parameters);
            }

            _best.Restore();
        }

        _step.Observer = null;
        _observers.OnFitEnded(this, fault);
    }

    private void RunEpoch(IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        // A resumed fit begins with an epoch that is partly done.
        Epoch++;
        _epochStart = Stopwatch.GetTimestamp() - (long)(_place.Seconds * Stopwatch.Frequency);
        if (_trainer.Shuffle)
        {
            Shuffling.Permute(_order, _trainer.Seed, (ulong)(_epochsBefore + Epoch - 1));
        }

        while (_place.Batches < _plan.Batches)
        {
            cancellationToken.ThrowIfCancellationRequested();
            StepWithObservers(_place.Batches);
            progress?.Report(Progress());
            if (StopReason is not null && _plan.IsLast(_place.Batches - 1))
            {
                return;
            }
        }

        EndEpoch(Progress(), progress);
    }

    private TrainingProgress Progress() => new()
    {
        Epoch = Epoch,
        Epochs = Epochs,
        Batch = _place.Batches,
        Batches = _plan.Batches,
        Loss = _place.Loss.Mean,
        LearningRate = LearningRate,
        SamplesPerSecond = _place.Rows / _place.Seconds,
    };

    private void StepWithObservers(int batch)
    {
        if (_plan.IsFirst(batch))
        {
            LearningRateFactor = _schedule.Factor(Step);
            _observers.OnStepStarting(this);
        }

        Loss = RunBatch(batch, _order.AsSpan(_plan[batch]));
        _place = new(
            batch + 1,
            new(_place.Loss.Sum + (Loss * _step.LossDivisor), _place.Loss.Divisor + _step.LossDivisor),
            _place.Rows + _batch.Rows,
            Stopwatch.GetElapsedTime(_epochStart).TotalSeconds);
        if (_plan.IsLast(batch))
        {
            Step++;
            _observers.OnStepCompleted(this);
        }
    }

    private float RunBatch(int batch, ReadOnlySpan<int> rows)
    {
        _batch.Fill(Training, rows);
        _augmentation.Apply(_batch, rows, _epochsBefore + Epoch - 1);
        _step.LearningRateFactor = LearningRateFactor;
        _step.Momentum = _schedule.Momentum(Step);
        try
        {
            return _plan.BatchesPerUpdate == 1 && !StoresGradients
                ? _step.Step(_batch.Inputs, _batch.Targets, _trainer.Optimizer)
                : Accumulate(batch);
        }
        catch (TrainingDivergedException fault)
        {
            throw new TrainingDivergedException(fault.Loss, Step, Epoch);
        }
    }

    /// <summary>One batch of several that make an update, which the last makes: the mean over all of them.</summary>
    private float Accumulate(int batch)
    {
        float loss = _step.AccumulateShare(_batch.Inputs, _batch.Targets, _shares.Of(batch, _order), _plan.IsFirst(batch));
        if (_plan.IsLast(batch))
        {
            _step.Update(_trainer.Optimizer);
        }

        return loss;
    }

    /// <summary>Checks and keeps the weights, measures them, and reports.</summary>
    private void EndEpoch(in TrainingProgress state, IProgress<TrainingProgress>? progress)
    {
        if (!_lastGood.TryTake())
        {
            throw TrainingDivergedException.OfWeights(Step - 1, Epoch);
        }

        if (_measurement is not null)
        {
            _evaluator.Run(Validation!, _measurement);
        }

        _schedule.EndEpoch(_measurement?.Loss ?? state.Loss, Step);
        bool isBest = _bestEpoch.Add(state.Loss);
        if (isBest)
        {
            _best?.Take(_lastGood);
        }

        History.Add(state.Loss, state.SamplesPerSecond, _measurement, isBest);
        _place = default;
        _observers.OnEpochCompleted(this);

        progress?.Report(state with
        {
            IsEpochEnd = true,
            ValidationLoss = _measurement?.Loss,
            ValidationMetric = _measurement?.Metrics.Count > 0 ? _measurement[0] : null,
        });
    }
}
