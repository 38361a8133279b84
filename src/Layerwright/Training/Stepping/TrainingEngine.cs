using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>
/// Drives a network's generated code through training steps: forward segments, loss, backward segments, weights; with barriers
/// where rows meet. Sums over rows are taken in row order and over blocks in block order, so the result is bitwise the same for
/// any number of threads.
/// </summary>
internal sealed unsafe partial class TrainingEngine
{
    /// <summary>
    /// Less forward work than this (operations; a step of some 150 µs, in which narrower vectors do less) stays on the caller's thread:
    /// beside a busy process, and where two threads have but one core, sharing costs a short step more than it gives on a free machine.
    /// </summary>
    private static readonly long WorthSharing = 3_000_000L * VectorWidth.Count / 16;

    /// <summary>
    /// Fewer rows than this in a single block: the update is bound by memory, and weights that two threads update would only wander
    /// between the cores' caches.
    /// </summary>
    private const int FewRows = 4;

    private readonly INetworkCode _network;
    private readonly NetworkBlueprint _blueprint;
    private readonly ParameterStore _parameters;
    private readonly StepMemory _memory;
    private readonly DerivedCopies _copies;
    private readonly StoredGradients _gradients;
    private readonly ChunkedSums _sums;
    private readonly WeightUpdate _update;
    private readonly LossEvaluation _evaluation;
    private readonly SegmentJob _segments;
    private readonly RowStep? _row;
    private readonly PinnedBuffer _outputs;
    private readonly PinnedBuffer? _inputGradient;
    private readonly PinnedTable<double> _rowLosses;
    private readonly float[] _statistics;
    private readonly BatchBlocks _blocks;
    private readonly int _maxThreads;
    private int _backwardRows;

    public TrainingEngine(INetworkCode network, int maxBatchSize, int threads)
    {
        _network = network;
        _blueprint = network.Blueprint;
        _parameters = network.Parameters;
        MaxBatchSize = maxBatchSize;
        _copies = new(_blueprint, _parameters);

        // No more workers than blocks ever take part in a pass over rows.
        _blocks = new(_blueprint);
        int blocks = _blocks.Most(maxBatchSize);
        int workers = Math.Min(threads, blocks);
        _memory = new(network, maxBatchSize, workers, _copies);
        _gradients = new(_parameters);
        _sums = new(network, _memory, maxBatchSize);
        var pass = new WeightPass(network, _memory, _sums, _copies);
        _update = new(_parameters, pass, _gradients, new(network, _memory));

        // A thread beyond the pieces of the longest job would never find one.
        _maxThreads = Math.Min(threads, Math.Max(Math.Max(blocks, _sums.Count), Math.Max(pass.UpdateCount, _gradients.Count)));
        WorkerTeam.Prepare(_maxThreads);
        _evaluation = new(network, maxBatchSize, workers);
        _outputs = PinnedBuffer.Zeroed((long)maxBatchSize * _blueprint.OutputLength);
        _inputGradient = _blueprint.Training.InputGradient >= 0 ? PinnedBuffer.Zeroed((long)maxBatchSize * _blueprint.InputLength) : null;
        _segments = new(network, _memory, _outputs, _inputGradient);
        _rowLosses = new(checked(maxBatchSize * _blueprint.OutputPositions));
        _statistics = new float[_parameters.Statistics.Length];
        _row = maxBatchSize == 1 ? RowStep.Of(network, _memory, Complete(default, 1)) : null;
        Gradients = StateDictionary.OfTrainable(_parameters.Infos, _gradients.Values);
    }

    public int MaxBatchSize { get; }

    public StateDictionary Gradients { get; }

    public float RateFactor { get; set; } = 1;

    public float RegularizationFactor { get; set; } = 1;

    public float DropoutFactor { get; set; } = 1;

    /// <summary>Stands in for optimizers' momentum, or β₁.</summary>
    public float? Momentum { get; set; }

    public GradientClipping? Clipping { get; set; }

    public float Penalty { get; private set; }

    /// <summary>A weight for each class, or null for ones.</summary>
    public ClassWeighting? ClassWeights { get; set; }

    /// <summary>What the sum of the last training pass's losses was divided by; 0 where no row counted.</summary>
    public double LossDivisor { get; private set; }

    /// <summary>Training forward passes so far: dropout draws from its number.</summary>
    public long ForwardPasses { get; set; }

    public LayerObserver? Observer
    {
        get => _segments.Observer;
        set => _segments.Observer = value;
    }

    /// <summary>Raw outputs of the last training forward pass, dense rows.</summary>
    public ReadOnlySpan<float> Outputs => _outputs.Span[..(_memory.Rows * _blueprint.OutputLength)];

    /// <summary>The last gradient of the inputs, dense rows; empty before the first, and where the network does not give it.</summary>
    public ReadOnlySpan<float> InputGradient =>
        _inputGradient is null ? default : _inputGradient.Span[..(_backwardRows * _blueprint.InputLength)];

    /// <summary>Whether gradients are stored for an update.</summary>
    public bool HasGradients { get; private set; }

    /// <summary>Whether a forward pass waits for its backward pass.</summary>
    public bool HasForward { get; private set; }

    /// <summary>Goes on where another engine of the same network is: its moments and its dropout.</summary>
    public void Continue(TrainingEngine other)
    {
        _update.Continue(other._update);
        ForwardPasses = other.ForwardPasses;
    }

    /// <summary>What optimizers keep between steps.</summary>
    public WeightUpdate Optimization => _update;

    /// <summary>
    /// Forward, loss, backward; then the update straight from registers. Without an optimizer gradients of a share of the loss go
    /// into memory: in place of those stored, or added to them.
    /// </summary>
    public float Train(float* input, int rows, in BatchTarget target, Optimizer? optimizer, float share = 1, bool accumulates = false)
    {
        HasForward = false;
        HasGradients = false;
        _backwardRows = 0;
        int threads = Begin(input, rows, ownInput: _network.InputTransform is not null);
        _parameters.Statistics.CopyTo(_statistics);
        _copies.Refresh(threads);
        RunForward(threads);

        BatchTarget whole = Complete(target, rows);
        _segments.Target = whole;
        RunPass(_blueprint.ForwardSegments - 1, BlockHead.Loss, 0, threads);
        float loss = TakeLoss(whole.Divisor, rows);
        RunBackward(threads);
        if (optimizer is not null)
        {
            _update.Fused(Settings(optimizer), RegularizationFactor, threads);
        }
        else if (accumulates)
        {
            _update.Accumulate(share, threads);
        }
        else
        {
            _update.Store(RegularizationFactor, share, threads);
        }

        HasGradients = optimizer is null;

        GC.KeepAlive(this);
        return loss;
    }

    /// <summary>
    /// What a training pass of these rows would minimise, in double: the same masks and batch statistics, but weights, statistics,
    /// gradients and counter stay as they are.
    /// </summary>
    public double MeasureLoss(float* input, int rows, in BatchTarget target)
    {
        HasForward = false;
        int threads = Begin(input, rows, ownInput: _network.InputTransform is not null);
        ForwardPasses--;
        _parameters.Statistics.CopyTo(_statistics);
        _copies.Refresh(threads);
        RunForward(threads);
        BatchTarget whole = Complete(target, rows);
        _segments.Target = whole;
        RunPass(_blueprint.ForwardSegments - 1, BlockHead.Loss, -1, threads);
        if (_statistics.Length > 0)
        {
            _statistics.CopyTo(_parameters.Statistics);
            _parameters.MarkStatistics();
        }

        double loss = SumLosses(whole.Divisor, rows).Mean + WeightPenalty.Sum(_parameters, RegularizationFactor);
        GC.KeepAlive(this);
        return loss;
    }

    /// <summary>A training forward pass alone; inputs are kept for the backward pass.</summary>
    public void Forward(float* input, int rows)
    {
        HasForward = false;
        int threads = Begin(input, rows, ownInput: true);
        _parameters.Statistics.CopyTo(_statistics);
        _copies.Refresh(threads);
        RunForward(threads);
        RunPass(_blueprint.ForwardSegments - 1, BlockHead.None, -1, threads);
        int bad = Domain.FirstNotFinite(Outputs);
        if (bad >= 0)
        {
            _statistics.CopyTo(_parameters.Statistics);
            throw TrainingDivergedException.OfOutput(
                Outputs[bad], bad / _blueprint.OutputLength, bad % _blueprint.OutputLength, ForwardPasses - 1);
        }

        HasForward = true;
        GC.KeepAlive(this);
    }

    /// <summary>Backward from the caller's own gradient; gradients into memory.</summary>
    public void Backward(float* outputGradient)
    {
        // What crosses from forward to backward lies in the batch arena: the plan counts them as two phases for this.
        int threads = Threads(_memory.Rows);
        _copies.Refresh(threads);
        _segments.OutputGradient = outputGradient;
        RunPass(-1, BlockHead.Gradient, 0, threads);
        RunBackward(threads);
        Penalty = (float)WeightPenalty.Sum(_parameters, RegularizationFactor);
        _update.Store(RegularizationFactor, 1, threads);
        HasForward = false;
        HasGradients = true;
        GC.KeepAlive(this);
    }

    /// <summary>The update from stored gradients.</summary>
    public void Update(Optimizer optimizer)
    {
        _update.FromStored(Settings(optimizer), Threads(MaxBatchSize));
        GC.KeepAlive(this);
    }

    /// <summary>The loss in inference mode and, unless null, the activated outputs.</summary>
    public LossSum EvaluateLoss(float* input, float* predictions, int rows, in BatchTarget target)
    {
        BatchTarget whole = Complete(target, rows);
        _evaluation.Run(input, predictions, rows, whole, Threads(rows));
        LossSum sum = SumLosses(whole.Divisor, rows);
        GC.KeepAlive(this);
        return sum;
    }

    /// <summary>The loss of raw outputs that somebody else made.</summary>
    public LossSum LossOf(ReadOnlySpan<float> outputs, int rows, in BatchTarget target)
    {
        BatchTarget whole = Complete(target, rows);
        _evaluation.OfOutputs(outputs, rows, whole);
        LossSum sum = SumLosses(whole.Divisor, rows);
        GC.KeepAlive(this);
        return sum;
    }

    private UpdateSettings Settings(Optimizer optimizer) => new(optimizer, RateFactor, Momentum, Clipping);

    private int Begin(float* input, int rows, bool ownInput)
    {
        ulong key = CounterRandom.Combine(_network.Seed, (ulong)ForwardPasses);
        ForwardPasses++;
        _memory.Begin(ownInput ? _memory.OwnInput : input, rows, key, DropoutFactor);
        _network.BeforeForward(_memory.Batch());
        _segments.RawInput = ownInput ? input : null;
        _segments.Transform = _network.InputTransform;
        return Threads(rows);
    }

    /// <summary>Every forward segment but the last, which runs back to back with what follows it.</summary>
    private void RunForward(int threads)
    {
        for (int segment = 0; segment < _blueprint.ForwardSegments - 1; segment++)
        {
            RunPass(segment, BlockHead.None, -1, threads);
            _network.AfterForward(segment, _memory.Batch());
        }

        if (_statistics.Length > 0)
        {
            _parameters.MarkStatistics();
        }
    }

    /// <summary>Every backward segment but the first, which ran back to back with the loss.</summary>
    private void RunBackward(int threads)
    {
        _network.AfterBackward(0, _memory.Batch());
        for (int segment = 1; segment < _blueprint.BackwardSegments; segment++)
        {
            RunPass(-1, BlockHead.None, segment, threads);
            _network.AfterBackward(segment, _memory.Batch());
        }

        _sums.Run(threads);
        _backwardRows = _memory.Rows;
    }

    private void RunPass(int forward, BlockHead head, int backward, int threads)
    {
        _segments.Forward = forward;
        _segments.Head = head;
        _segments.Backward = backward;
        WorkerTeam.Run(_segments, _memory.BlockCount, threads);
    }

    private BatchTarget Complete(BatchTarget target, int rows)
    {
        target.RowLosses = _rowLosses.Items;
        target.OutputPositions = _blueprint.OutputPositions;
        target.OutputColumns = _blueprint.OutputColumns;
        target.IgnoreLabel = _blueprint.IgnoreLabel;
        target.ClassWeights = ClassWeights is null ? null : ClassWeights.Data;
        int lines = rows * _blueprint.OutputPositions;
        target.Divisor = target.Labels == null
            ? lines
            : Runtime.LossDivisor.Of(new(target.Labels, lines), ClassWeights is null ? default : ClassWeights.Weights.Span, _blueprint.IgnoreLabel);
        return target;
    }

    /// <summary>What the rows at hand gave to minimise.</summary>
    /// <exception cref="TrainingDivergedException">It is not finite.</exception>
    private float TakeLoss(double divisor, int rows)
    {
        double penalty = WeightPenalty.Sum(_parameters, RegularizationFactor);
        LossSum sum = SumLosses(divisor, rows);
        float loss = (float)(sum.Mean + penalty);
        if (!float.IsFinite(loss))
        {
            _statistics.CopyTo(_parameters.Statistics);
            throw new TrainingDivergedException(loss, ForwardPasses - 1);
        }

        Penalty = (float)penalty;
        LossDivisor = divisor;
        return loss;
    }

    private LossSum SumLosses(double divisor, int rows)
    {
        double sum = 0;
        for (int line = 0; line < rows * _blueprint.OutputPositions; line++)
        {
            sum += _rowLosses[line];
        }

        return new(sum, divisor);
    }

    private int Threads(int rows) =>
        _blocks.FlopsPerRow * rows < WorthSharing || (rows < FewRows && _blocks.Count(rows) == 1) ? 1 : _maxThreads;
}
