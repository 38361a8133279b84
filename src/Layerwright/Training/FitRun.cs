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
            long step = (long)epoch * _plan.Batches + batch;
            float loss = Step(step, epoch, _order.AsSpan(_plan[batch]));
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

    private float Step(long step, int epoch, ReadOnlySpan<int> rows)
    {
        _batch.Fill(_training, rows);
        _step.LearningRateFactor = _trainer.Schedule?.Factor(step, (long)_epochs * _plan.Batches, _plan.Batches) ?? 1;
        try
        {
            return _step.Step(_batch.Inputs, _batch.Targets, _trainer.Optimizer);
        }
        catch (TrainingDivergedException fault)
        {
            throw new TrainingDivergedException(fault.Loss, step, epoch + 1);
        }
    }

    /// <summary>Checks and keeps the weights, measures them, and reports.</summary>
    private void EndEpoch(in TrainingProgress state, IProgress<TrainingProgress>? progress)
    {
        if (!_lastGood.TryTake())
        {
            throw TrainingDivergedException.OfWeights(((long)state.Epoch * _plan.Batches) - 1, state.Epoch);
        }

        if (_measurement is not null)
        {
            _evaluator.Run(_validation!, _measurement);
        }

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
