using System.Numerics.Tensors;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>A fit as a monitor follows it: which steps are looked at, and what has been seen.</summary>
internal sealed class MonitoredFit
{
    private const int UsualInterval = 32, LeastInterval = 16, WantedSamples = 8;

    /// <summary>A measured row costs a third of a trained one: 3 rows in 64 less than 1.6 %.</summary>
    private const int MostRows = 1000, WantedRows = 200, FewestRows = 100, RowShare = 64, MostShares = 3;
    private const int ScratchLength = 8192;

    private static readonly EpochRecord s_blank = new() { Epoch = 0, Step = 0, TrainingLoss = 0, MeasuredTrainingLoss = 0 };

    private readonly NetworkBlueprint _blueprint;
    private readonly int _interval;
    private readonly LayerSampler _sampler;
    private readonly WeightChange _change;
    private readonly TrainingRows _trainingRows;
    private readonly ExplosionWatch _explosion;
    private readonly LossCurve _curve = new();
    private readonly List<EpochRecord> _epochs = [];
    private readonly float[] _scratch;
    private readonly InputFeature[] _inputFeatures;
    private bool _hasStarted, _takesSample, _storedGradients, _isObserving;
    private int _shownEpoch;
    private double _inputMean, _inputDeviation;
    private double? _initialLoss;
    private string? _fault;

    /// <param name="run">The fit, about to begin.</param>
    /// <param name="interval">Every how many steps a sample is taken; 0 to choose.</param>
    /// <param name="rows">Rows of a sample.</param>
    /// <param name="measuredRows">Training rows that are measured after an epoch; 0 to choose.</param>
    public MonitoredFit(TrainingRun run, int interval, int rows, int measuredRows)
    {
        Run = run;
        _blueprint = run.Network.Blueprint;
        long steps = (long)run.Epochs * run.StepsPerEpoch;
        _interval = interval > 0 ? interval : (int)Math.Clamp(steps / WantedSamples, LeastInterval, UsualInterval);
        _sampler = new(_blueprint, run.Network.Parameters, rows);
        _change = new(run.Network.Parameters);
        _trainingRows = new(_blueprint, run.Training, measuredRows > 0 ? measuredRows : RowsFor(run.Training.Count));

        _inputFeatures = FeatureSpread.Of(run.Network, _trainingRows.Rows);

        // Of values as targets nobody knows what to expect; and the first batch may lie near its targets by chance.
        _explosion = new(_blueprint.ExpectedLoss ?? _trainingRows.Measure(run).Loss);

        // A sample may hold one line that is longer.
        _scratch = new float[Math.Max(ScratchLength, _blueprint.Layers.Max(layer => layer.OutputLength / layer.Positions))];
    }

    public TrainingRun Run { get; }

    public void BeginStep()
    {
        _takesSample = Run.Step % _interval == 0;
        _storedGradients = Run.StoresGradients;
        _isObserving = _sampler.Begin(_takesSample);
        if (_isObserving)
        {
            Run.LayerObserver = Run.LayerObserver is null
                ? _sampler
                : throw new InvalidOperationException("Two monitors watch this fit, but layers can be sampled for one only: give the trainer one monitor.");
        }

        if (_takesSample)
        {
            Run.StoresGradients = true;
            _change.Begin(showsWeights: _shownEpoch != Run.Epoch);
            _shownEpoch = Run.Epoch;
        }
    }

    /// <summary>The step is over.</summary>
    /// <returns>LW7005, if the loss has exploded.</returns>
    public Finding? EndStep()
    {
        long step = Run.Step - 1;
        Batch batch = Run.Batch;
        _curve.Add(new(step, Run.Loss, Run.LearningRate));
        if (!_hasStarted)
        {
            _hasStarted = true;
            LookAtStart(batch);
        }

        if (_isObserving)
        {
            Run.LayerObserver = null;
            Run.StoresGradients = _storedGradients;
            _change.End(Run.Gradients, Run.LearningRateFactor);
            _sampler.End(step, batch.Rows, _change, _scratch);
        }

        return _explosion.Add(Run.Loss);
    }

    public void EndEpoch()
    {
        var (loss, accuracy) = _trainingRows.Measure(Run);
        TrainingHistory history = Run.History;
        _epochs.Add(new()
        {
            Epoch = Run.Epoch,
            Step = Run.Step,
            TrainingLoss = history.TrainingLoss[^1],
            MeasuredTrainingLoss = loss,
            TrainingAccuracy = accuracy,
            ValidationLoss = history.ValidationLoss is [.., var last] ? last : null,
            ValidationAccuracy = history.Metrics.Contains(Accuracy) ? history.ValidationMetric(Accuracy)[^1] : null,
        });
    }

    public void End(Exception? fault)
    {
        _fault = fault?.Message ?? Run.StopReason;
        _sampler.Complete();
    }

    /// <summary>Keeps all that was recorded, or takes it over from a fit that was interrupted.</summary>
    public void Exchange(RecordStream stream)
    {
        _hasStarted = stream.Take(_hasStarted);
        _shownEpoch = stream.Take(_shownEpoch);
        _inputMean = stream.Take(_inputMean);
        _inputDeviation = stream.Take(_inputDeviation);
        _initialLoss = stream.Take(_initialLoss);
        _curve.Exchange(stream);
        _explosion.Exchange(stream);
        stream.Take(_epochs, s_blank, Exchange);
        _sampler.Exchange(stream);
    }

    private static EpochRecord Exchange(RecordStream stream, EpochRecord epoch) => new()
    {
        Epoch = stream.Take(epoch.Epoch),
        Step = stream.Take(epoch.Step),
        TrainingLoss = stream.Take(epoch.TrainingLoss),
        MeasuredTrainingLoss = stream.Take(epoch.MeasuredTrainingLoss),
        TrainingAccuracy = stream.Take(epoch.TrainingAccuracy),
        ValidationLoss = stream.Take(epoch.ValidationLoss),
        ValidationAccuracy = stream.Take(epoch.ValidationAccuracy),
    };

    public TrainingRecord CreateRecord() => new()
    {
        Summary = Run.Summary,
        Optimizer = Run.Optimizer,
        TrainingRows = Run.Training.Count,
        ValidationRows = Run.Validation?.Count ?? 0,
        Classes = _blueprint.Target switch
        {
            TargetKind.Probabilities => 2,
            var target when target.TakesLabels() => _blueprint.OutputColumns,
            _ => 0,
        },
        StepsPerEpoch = Run.StepsPerEpoch,
        PlannedEpochs = Run.Epochs,
        ExpectedLoss = _blueprint.ExpectedLoss,
        InitialLoss = _initialLoss,
        ChanceAccuracy = _trainingRows.Chance,
        InputMean = _inputMean,
        InputDeviation = _inputDeviation,
        InputFeatures = _inputFeatures,
        InputPositions = _blueprint.InputPositions,
        MeasuredRows = _trainingRows.Rows.Count,
        Steps = _curve.ToArray(),
        Epochs = [.. _epochs],
        Layers = _sampler.Records,
        Fault = _fault,
    };

    /// <summary>Rows to measure: enough for a share of right answers, few beside those that are trained on.</summary>
    private static int RowsFor(int training)
    {
        int few = Math.Clamp((int)((long)training * MostShares / RowShare), FewestRows, WantedRows);
        return Math.Clamp(training / RowShare, few, MostRows);
    }

    private static Accuracy Accuracy { get; } = new();

    /// <summary>The first batch, as the layers see it, and its loss.</summary>
    private void LookAtStart(Batch batch)
    {
        // A resumed fit, or a trainer's second one, begins with weights that are no longer untrained.
        _initialLoss = Run.Step == 1 && Run.EpochsBefore == 0 ? Run.Loss - Run.Penalty : null;
        var inputs = new float[batch.Inputs.Values.Length];
        batch.Inputs.Values.CopyTo(inputs);
        Run.Network.InputTransform?.Transform(inputs, inputs);
        _inputMean = ValueStatistics.Mean(inputs);
        TensorPrimitives.Subtract(inputs, (float)_inputMean, inputs);
        _inputDeviation = ValueStatistics.Rms(inputs);
    }
}
