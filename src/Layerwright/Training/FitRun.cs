using System.Diagnostics;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>One fit: its memory is taken at the start, its epochs allocate nothing.</summary>
internal sealed class FitRun<TNetwork>
    where TNetwork : class, INetwork<TNetwork>
{
    private readonly Trainer<TNetwork> _trainer;
    private readonly TrainingStep<TNetwork> _step;
    private readonly Dataset _training;
    private readonly Dataset? _validation;
    private readonly BatchPlan _plan;
    private readonly int _epochs, _epochsBefore;

    private readonly Batch _batch;
    private readonly ScheduleRun _schedule;
    private readonly UpdateShares _shares;
    private readonly Evaluator<TNetwork> _evaluator;
    private readonly Measurement? _measurement;
    private readonly BestEpoch _bestEpoch;
    private readonly SavedWeights _lastGood;
    private readonly SavedWeights? _best;
    private readonly int[] _order;

    /// <summary>Takes the memory of a fit whose data is known to fit the network.</summary>
    public FitRun(
        Trainer<TNetwork> trainer, TrainingStep<TNetwork> step, Dataset training, BatchPlan plan,
        Dataset? validation, Measurement? measurement, int epochs, int epochsBefore)
    {
        _trainer = trainer;
        _step = step;
        _training = training;
        _plan = plan;
        _validation = validation;
        _measurement = measurement;
        _epochs = epochs;
        _epochsBefore = epochsBefore;
        _schedule = new ScheduleRun(trainer.Schedule, trainer.Optimizer, (long)epochs * plan.Updates, plan.Updates);
        _shares = new UpdateShares(training, plan, trainer.ClassWeights, trainer.Network.Blueprint.IgnoreLabel);
        _batch = new Batch(step.MaxBatchSize, trainer.Network.Blueprint);
        _evaluator = new Evaluator<TNetwork>(step, _batch);
        _bestEpoch = new BestEpoch(trainer.EarlyStopping, measurement);
        _lastGood = new SavedWeights(trainer.Network.Parameters);
        _best = trainer.EarlyStopping is null ? null : new SavedWeights(trainer.Network.Parameters);
        _order = new int[training.Count];
        for (int i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
        }

        History = new TrainingHistory(epochs, validation is not null, measurement?.Metrics ?? []);
    }

    public TrainingHistory History { get; }

    public TrainingHistory Run(IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            for (int epoch = 0; epoch < _epochs && !History.StoppedEarly; epoch++)
            {
                RunEpoch(epoch, progress, cancellationToken);
                History.StoppedEarly = _bestEpoch.IsPatienceOver;
            }

            return History;
        }
        catch (TrainingDivergedException)
        {
            _lastGood.Restore();
            throw;
        }
        finally
        {
            if (History.BestEpoch > 0)
            {
                _best?.Restore();
            }
        }
    }

    private void RunEpoch(int epoch, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        if (_trainer.Shuffle)
        {
            Shuffling.Permute(_order, _trainer.Seed, (ulong)(_epochsBefore + epoch));
        }

        LossSum sum = default;
        long rows = 0;
        TrainingProgress state = default;
        long start = Stopwatch.GetTimestamp();
        for (int batch = 0; batch < _plan.Batches; batch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            float loss = Step(batch, epoch, _order.AsSpan(_plan[batch]));
            sum = new(sum.Sum + (loss * _step.LossDivisor), sum.Divisor + _step.LossDivisor);
            rows += _batch.Rows;
            state = new TrainingProgress
            {
                Epoch = epoch + 1,
                Epochs = _epochs,
                Batch = batch + 1,
                Batches = _plan.Batches,
                Loss = sum.Mean,
                LearningRate = _trainer.Optimizer.LearningRate * _step.LearningRateFactor,
                SamplesPerSecond = rows / Stopwatch.GetElapsedTime(start).TotalSeconds,
            };
            progress?.Report(state);
        }

        EndEpoch(state, progress);
    }

    private float Step(int batch, int epoch, ReadOnlySpan<int> rows)
    {
        long step = ((long)epoch * _plan.Updates) + _plan.UpdateOf(batch);
        _batch.Fill(_training, rows);
        _step.LearningRateFactor = _schedule.Factor(step);
        _step.Momentum = _schedule.Momentum(step);
        try
        {
            return _plan.BatchesPerUpdate == 1
                ? _step.Step(_batch.Inputs, _batch.Targets, _trainer.Optimizer)
                : Accumulate(batch);
        }
        catch (TrainingDivergedException fault)
        {
            throw new TrainingDivergedException(fault.Loss, step, epoch + 1);
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
        long steps = (long)state.Epoch * _plan.Updates;
        if (!_lastGood.TryTake())
        {
            throw TrainingDivergedException.OfWeights(steps - 1, state.Epoch);
        }

        if (_measurement is not null)
        {
            _evaluator.Run(_validation!, _measurement);
        }

        _schedule.EndEpoch(_measurement?.Loss ?? state.Loss, steps);
        bool isBest = _bestEpoch.Add(state.Loss);
        if (isBest)
        {
            _best?.Take(_lastGood);
        }

        History.Add(state.Loss, state.SamplesPerSecond, _measurement, isBest);
        progress?.Report(state with
        {
            IsEpochEnd = true,
            ValidationLoss = _measurement?.Loss,
            ValidationMetric = _measurement?.Metrics.Count > 0 ? _measurement[0] : null,
        });
    }
}
