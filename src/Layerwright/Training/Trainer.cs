using Layerwright.Runtime;

namespace Layerwright;

/// <summary>Trains a network on a data set, epoch by epoch, and evaluates it.</summary>
/// <remarks>
/// <para>
/// Memory is taken when <see cref="Fit"/> or <see cref="Evaluate"/> begins, for batches of at most the rows there are; epochs and steps allocate nothing. The same seed,
/// data and settings give the same weights bit for bit, for any number of threads.
/// </para>
/// <para>
/// A second <see cref="Fit"/> goes on where the first ended: the optimizer's moments and the shuffles continue, the schedule
/// begins anew. A network is trained by one thread at a time. A <see cref="Checkpointer"/> among the <see cref="Observers"/> writes
/// files that <see cref="Resume"/> goes on from.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// var (train, validation) = data.Split(0.9, seed: 1);
/// var net = new FashionNet(seed: 42) { Normalizer = Normalizer.FitPerChannel(train) };
/// var trainer = new Trainer&lt;FashionNet&gt;(net, new AdamW(1e-3f)) { BatchSize = 128, Schedule = new CosineDecay() };
/// trainer.Fit(train, validation, epochs: 10);
/// Console.WriteLine(trainer.Evaluate(test));
/// </code>
/// </example>
/// <typeparam name="TNetwork">The network's class.</typeparam>
public sealed partial class Trainer<TNetwork>
    where TNetwork : class, INetwork<TNetwork>
{
    private TrainingStep<TNetwork>? _step;
    private int _epochsBefore;
    private IReadOnlyList<string>? _classNames;

    /// <summary>Makes a trainer; nothing is computed yet.</summary>
    /// <param name="network">The network to train.</param>
    /// <param name="optimizer">How gradients change weights.</param>
    /// <exception cref="ArgumentException">The optimizer's settings contradict each other.</exception>
    public Trainer(TNetwork network, Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(optimizer);
        optimizer.Check(nameof(optimizer));
        Network = network;
        Optimizer = optimizer;
        Metrics = DefaultMetrics(network.Blueprint.Target);
    }

    /// <summary>The network that is trained.</summary>
    public TNetwork Network { get; }

    /// <summary>How gradients change weights.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>Rows of a step. Default: 64.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int BatchSize
    {
        get;
        init => field = Domain.AtLeast(1, value);
    } = 64;

    /// <summary>Threads that share a step. Default: 0, as many as the machine has processors.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 to 1024.</exception>
    public int Threads
    {
        get;
        init => field = Domain.Threads(value, nameof(Threads));
    }

    /// <summary>
    /// Take the rows in another random order in each epoch. Default: true. Turn it off only for data whose order has a meaning.
    /// </summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>
    /// Leave out the last batch of an epoch where it is not whole. Default: false; then it is trained with the rows it has,
    /// but for a single row where a layer normalises over the batch.
    /// </summary>
    public bool DropLast { get; init; }

    /// <summary>
    /// Changes training rows at random, in this order, before they are normalised: <c>[new Shift(2), new Flip()]</c>. Validation and evaluation
    /// see rows as they are. <see cref="Seed"/>, the epoch and the row's number decide, not batches or threads. Default: none.
    /// </summary>
    public IReadOnlyList<IAugmentation> Augmentation
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Augmentation));
            field = [.. value];
        }
    } = [];

    /// <summary>Decides the order of rows in every epoch, and how augmentation changes them. Default: 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>How the learning rate changes over the steps of a fit. Default: null, not at all.</summary>
    public Schedule? Schedule { get; init; }

    /// <summary>
    /// How large gradients may get: <see cref="ByNorm"/> or <see cref="ByValue"/>. Default: null, as large as they are.
    /// </summary>
    public GradientClipping? Clipping { get; init; }

    /// <summary>
    /// Batches whose gradients make one update of the weights: their mean over all rows that count, so that n batches do what one
    /// n times as large would (where no layer normalises over the batch or drops at random), in the memory of one. Schedules
    /// count updates. What is left at an epoch's end makes an update of its own. Default: 1.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int AccumulationSteps
    {
        get;
        init => field = Domain.AtLeast(1, value);
    } = 1;

    /// <summary>
    /// What the layers' L1 and L2 are multiplied by, 0 or more: 0 turns them off. A value to search (see <c>RandomSearch</c>) without a
    /// class for each strength. Default: 1.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public float RegularizationFactor
    {
        get;
        init => field = Domain.NotNegative(value);
    } = 1;

    /// <summary>What the layers' dropout rates are multiplied by, 0 or more: 0 turns masks off. Default: 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, not finite, or so large that a layer would drop everything.</exception>
    public float DropoutFactor
    {
        get;
        init => field = Network.Blueprint.CheckedDropoutFactor(value, nameof(DropoutFactor));
    } = 1;

    /// <summary>Ends a fit that no longer improves, and restores the best weights; needs validation data. Default: null, never.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>
    /// A factor for each class in the loss of its rows, in training, validation and evaluation alike (see
    /// <see cref="TrainingStep{TNetwork}.ClassWeights"/>). Metrics count every row once. Default: empty, ones.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The loss is not <see cref="SoftmaxCrossEntropyAttribute"/>, there are more or fewer than classes, one is negative or not
    /// finite, or all are 0.
    /// </exception>
    public ReadOnlyMemory<float> ClassWeights
    {
        get;
        init
        {
            ClassWeighting.Check(Network.Blueprint, value.Span, nameof(ClassWeights));
            field = value;
        }
    }

    /// <summary>
    /// What is measured besides the loss. Default: <see cref="Accuracy"/> where the loss takes labels or probabilities,
    /// <see cref="RootMeanSquaredError"/> where it takes values.
    /// </summary>
    public IReadOnlyList<Metric> Metrics
    {
        get;
        init => field = ValueList<Metric>.Of(value);
    }

    /// <summary>Who watches fits: a monitor, a checkpointer, your own. Told in this order, each <see cref="IResumableObserver"/> before the others. Default: nobody.</summary>
    public IReadOnlyList<ITrainingObserver> Observers
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Observers));
            field = [.. value];
        }
    } = [];

    /// <summary>Trains for a number of epochs.</summary>
    /// <param name="training">What to train on: a <see cref="Dataset"/>, or a source of rows that do not fit in memory.</param>
    /// <param name="validation">What to measure after every epoch, in inference mode; never trained on.</param>
    /// <param name="epochs">How often to go through the training rows, at least 1.</param>
    /// <param name="progress">Told after every batch and every epoch, on this thread.</param>
    /// <param name="cancellationToken">Ends the fit between two steps; the network keeps the weights of the last whole step.</param>
    /// <returns>Losses and metrics of each epoch.</returns>
    /// <exception cref="ArgumentException">
    /// Data does not fit the network or the augmentation, leaves nothing to train on, validation data is missing for early stopping or has
    /// other <see cref="IBatchSource.ClassNames"/> than the training data, or the schedule cycles a momentum that the optimizer does not have.
    /// </exception>
    /// <exception cref="InvalidOperationException">The network has no loss.</exception>
    /// <exception cref="TrainingDivergedException">
    /// The loss or the weights became NaN or infinite; the last good weights are in the network.
    /// </exception>
    /// <exception cref="InvalidDataException">A source (not a <see cref="Dataset"/>) gave a label or a target that a row cannot have.</exception>
    /// <exception cref="OperationCanceledException">The fit was cancelled.</exception>
    public TrainingHistory Fit(
        IBatchSource training, IBatchSource? validation = null, int epochs = 10,
        IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        NetworkBlueprint blueprint = Network.Blueprint;
        DatasetFit.Check(blueprint, training, nameof(training));
        if (validation is not null)
        {
            DatasetFit.Check(blueprint, validation, nameof(validation));
            DatasetFit.CheckClassNames(training.ClassNames, validation, nameof(validation));
        }
        else if (EarlyStopping is not null)
        {
            throw new ArgumentException("Early stopping looks at validation data, and there is none.", nameof(validation));
        }

        foreach (IAugmentation augmentation in Augmentation)
        {
            augmentation.Check(training);
        }

        BatchPlan plan = BatchPlan.Of(training.Count, BatchSize, AccumulationSteps, DropLast, blueprint.BatchStatisticsLayer);
        if (_checkpoint is not null)
        {
            CheckResumed(_checkpoint.State, training, validation, epochs, plan);
        }

        Measurement? measurement = validation is null ? null : new Measurement(Settings.MeasuredMetrics, blueprint, validation.Count);
        int rows = Math.Max(training.Count, validation?.Count ?? 0);
        var run = new FitRun<TNetwork>(this, StepFor(rows), training, plan, validation, measurement, epochs, _epochsBefore);
        if (_checkpoint is not null)
        {
            run.Continue(_checkpoint, _checkpointPath);
            _checkpoint = null;
        }

        _classNames = training.ClassNames;
        try
        {
            return run.Run(progress, cancellationToken);
        }
        catch (TrainingDivergedException)
        {
            // The optimizer's moments are not finite either.
            _step = null;
            throw;
        }
        finally
        {
            _epochsBefore += run.History.Epochs;
        }
    }

    /// <summary>Measures the network on a data set, in inference mode; nothing in the network changes.</summary>
    /// <param name="data">What to measure on.</param>
    /// <param name="cancellationToken">Ends it between two batches.</param>
    /// <returns>Loss, metrics and, for classes, a confusion matrix, over all rows that count.</returns>
    /// <exception cref="ArgumentException">
    /// The data set does not fit the network, or its <see cref="IBatchSource.ClassNames"/> are not those that this trainer trained on last.
    /// </exception>
    /// <exception cref="InvalidOperationException">The network has no loss.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Evaluation Evaluate(IBatchSource data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        NetworkBlueprint blueprint = Network.Blueprint;
        DatasetFit.Check(blueprint, data, nameof(data));
        DatasetFit.CheckClassNames(_classNames, data, nameof(data));
        var measurement = new Measurement(Metrics, blueprint, data.Count)
        {
            Confusion = blueprint.Target.TakesLabels() ? new ConfusionMatrix(blueprint.OutputColumns) : null,
        };
        TrainingStep<TNetwork> step = StepFor(data.Count);
        new Evaluator<TNetwork>(step, new Batch(step.MaxBatchSize, blueprint)).Run(data, measurement, cancellationToken);
        MetricValue[] values = [.. Metrics.Select((metric, i) => new MetricValue(metric, measurement[i]))];
        return new Evaluation(data.Count, measurement.Loss, values, measurement.Confusion);
    }

    /// <summary>A step with memory for the batches that so many rows make; where it must grow, it goes on as the smaller one.</summary>
    private TrainingStep<TNetwork> StepFor(int rows)
    {
        int needed = Math.Min(BatchSize, rows);
        if (_step is null || _step.MaxBatchSize < needed)
        {
            var step = new TrainingStep<TNetwork>(Network, needed, Threads) { Clipping = Clipping };
            if (_step is not null)
            {
                step.Continue(_step);
            }

            step.ClassWeights = ClassWeights;
            step.RegularizationFactor = RegularizationFactor;
            step.DropoutFactor = DropoutFactor;
            _step = step;
        }

        return _step;
    }

    private static Metric[] DefaultMetrics(TargetKind target) => target switch
    {
        TargetKind.Values => [new RootMeanSquaredError()],
        TargetKind.None => [],
        _ => [new Accuracy()],
    };

    /// <summary>For example <c>FashionNet trainer: batches of 64, AdamW { LearningRate = 0.001, … }</c>.</summary>
    public override string ToString() => $"{Network.Blueprint.Name} trainer: batches of {BatchSize}, {Optimizer}";
}
