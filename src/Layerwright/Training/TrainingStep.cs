using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// Trains a network one step at a time. It owns activations, gradients, optimizers' moments and the dropout counter; all of it is
/// allocated here, but for what a first meeting with a rule of update takes (each type of optimizer has one, <see cref="Sgd"/> with
/// momentum another): some 200 bytes, and in a step made for single rows some hundred for each layer with weights. No other call
/// allocates. The result of a step is bitwise the same for any number of threads. One step at a time, on one thread at a time.
/// </summary>
/// <remarks>
/// Who learns from one row at a time (online, from a stream) makes the step for one: networks without dropout, batch statistics and
/// convolutions then run kernels that are recorded once, which saves small ones most of their time. The bits are the same.
/// </remarks>
/// <example>
/// <code>
/// TrainingStep&lt;FashionNet&gt; step = net.CreateTrainingStep(maxBatchSize: 64);
/// var optimizer = new Sgd(0.05f) { Momentum = 0.9f };
/// float loss = step.Step(images, labels, optimizer);
///
/// // A loss of one's own: its gradient with respect to the outputs goes back through the network.
/// step.Forward(states);
/// GradientOfMyLoss(step.Outputs, gradient);
/// step.Backward(gradient);
/// step.Update(optimizer);
/// </code>
/// </example>
/// <typeparam name="TNetwork">The network's class.</typeparam>
public sealed unsafe partial class TrainingStep<TNetwork>
    where TNetwork : class, INetwork<TNetwork>
{
    private readonly TrainingEngine _engine;
    private readonly NetworkBlueprint _blueprint;

    /// <summary>Makes room for training a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="maxBatchSize">Most rows a call.</param>
    /// <param name="threads">
    /// Most threads at work, up to 1024; 0 for as many as the machine has processors. No more are started than a step has pieces.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="maxBatchSize"/> is not positive or larger than arrays can be, or <paramref name="threads"/> is not 0 to 1024.
    /// </exception>
    /// <exception cref="NotSupportedException">The network is declared with <c>Training = false</c>.</exception>
    public TrainingStep(TNetwork network, int maxBatchSize, int threads = 0)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxBatchSize);
        Domain.Threads(threads, nameof(threads));
        _blueprint = network.Blueprint;
        if (_blueprint.Training.OutputGradient < 0)
        {
            throw new NotSupportedException($"{_blueprint.Name} is declared with Training = false: it has no code to train with.");
        }

        int largest = StepMemory.LargestBatch(_blueprint);
        if (maxBatchSize > largest)
        {
            throw new ArgumentOutOfRangeException(
                nameof(maxBatchSize),
                maxBatchSize,
                $"{_blueprint.Name} can train on {largest} rows at most: its activations are kept in arrays, whose length is limited.");
        }

        Network = network;
        Threads = threads == 0 ? Environment.ProcessorCount : threads;
        _engine = new(network, maxBatchSize, Threads);
    }

    /// <summary>The network that is trained.</summary>
    public TNetwork Network { get; }

    /// <summary>Most rows a call.</summary>
    public int MaxBatchSize => _engine.MaxBatchSize;

    /// <summary>Most threads at work.</summary>
    public int Threads { get; }

    /// <summary>
    /// The L1 and L2 part of the last <see cref="Step"/>, <see cref="ForwardBackward"/>, <see cref="Accumulate"/> or
    /// <see cref="Backward"/>.
    /// </summary>
    public float Penalty => _engine.Penalty;

    /// <summary>Raw outputs of the last training forward pass, one row after the other; valid until the next.</summary>
    public ReadOnlySpan<float> Outputs => _engine.Outputs;

    /// <summary>The last gradient with respect to the (normalised) inputs, one row after the other; valid until the next.</summary>
    /// <exception cref="InvalidOperationException">The network does not compute it, or there was no backward pass yet.</exception>
    public ReadOnlySpan<float> InputGradient
    {
        get
        {
            if (_blueprint.Training.InputGradient < 0)
            {
                throw new InvalidOperationException($"{_blueprint.Name} does not compute the gradient of its inputs.");
            }

            ReadOnlySpan<float> gradient = _engine.InputGradient;
            return gradient.IsEmpty
                ? throw new InvalidOperationException("There is no gradient of the inputs: no backward pass went well yet, or the last failed.")
                : gradient;
        }
    }

    /// <summary>
    /// Gradients of loss plus penalties that <see cref="ForwardBackward"/> or <see cref="Backward"/> stored and
    /// <see cref="Accumulate"/> added to; they may be rewritten before <see cref="Update"/>.
    /// </summary>
    public StateDictionary Gradients => _engine.Gradients;

    /// <summary>What the sum of the last training pass's losses was divided by: the weight of its mean among other batches'.</summary>
    internal double LossDivisor => _engine.LossDivisor;

    /// <summary>Sees activations and gradients of every layer while steps run.</summary>
    internal LayerObserver? Observer
    {
        get => _engine.Observer;
        set => _engine.Observer = value;
    }

    /// <summary>Training forward passes so far; dropout's masks follow from it.</summary>
    internal long ForwardPasses
    {
        get => _engine.ForwardPasses;
        set => _engine.ForwardPasses = value;
    }

    /// <summary>What optimizers keep between steps.</summary>
    internal WeightUpdate Optimization => _engine.Optimization;

    /// <summary>Goes on where another step of the same network is: its optimizer's moments and its dropout.</summary>
    internal void Continue(TrainingStep<TNetwork> other) => _engine.Continue(other._engine);

    /// <summary>One training step: forward, backward, update, fused.</summary>
    /// <param name="inputs">1 to <see cref="MaxBatchSize"/> raw rows.</param>
    /// <param name="targets">What they should give.</param>
    /// <param name="optimizer">How weights follow their gradients. Another type than before starts its moments anew.</param>
    /// <param name="sampleWeights">
    /// A factor for each row's loss, any finite number (advantages may be negative); ones by default. The sum is divided by the
    /// rows all the same (with class weights or ignored labels, by what it is divided by without them).
    /// </param>
    /// <returns>What is minimised: the mean loss of the rows before the update, plus penalties.</returns>
    /// <exception cref="ArgumentException">
    /// Wrong kinds or lengths, a sample weight that is not finite, or one row where a layer normalises over the batch.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class, or a probability not in 0…1.</exception>
    /// <exception cref="InvalidOperationException">The network declares no loss.</exception>
    /// <exception cref="TrainingDivergedException">The loss is not finite; weights and statistics are as before the call.</exception>
    public float Step(Inputs inputs, Targets targets, Optimizer optimizer, ReadOnlySpan<float> sampleWeights = default)
    {
        CheckOptimizer(optimizer);
        return Train(inputs, targets, optimizer, sampleWeights);
    }

    /// <summary>Forward and backward: gradients are stored in <see cref="Gradients"/>, weights stay.</summary>
    /// <param name="inputs">1 to <see cref="MaxBatchSize"/> raw rows.</param>
    /// <param name="targets">What they should give.</param>
    /// <param name="sampleWeights">A factor for each row's loss; ones by default.</param>
    /// <returns>What is minimised: the mean loss of the rows, plus penalties.</returns>
    /// <inheritdoc cref="Step" path="/exception"/>
    public float ForwardBackward(Inputs inputs, Targets targets, ReadOnlySpan<float> sampleWeights = default) =>
        Train(inputs, targets, null, sampleWeights);

    /// <summary>
    /// Forward and backward of a further batch under the same weights: its gradients are added to the stored ones, as repeated
    /// <c>backward()</c> does in PyTorch. Penalties are in them once, from <see cref="ForwardBackward"/>. For the mean over n
    /// batches instead of the sum give every row the sample weight 1/n.
    /// </summary>
    /// <param name="inputs">1 to <see cref="MaxBatchSize"/> raw rows.</param>
    /// <param name="targets">What they should give.</param>
    /// <param name="sampleWeights">A factor for each row's loss; ones by default.</param>
    /// <returns>The mean loss of these rows, plus penalties.</returns>
    /// <exception cref="InvalidOperationException">
    /// No gradients are stored to add to (none are after a pass that failed), or the network declares no loss.
    /// </exception>
    /// <inheritdoc cref="Step" path="/exception[@cref!='T:System.InvalidOperationException']"/>
    public float Accumulate(Inputs inputs, Targets targets, ReadOnlySpan<float> sampleWeights = default) =>
        AccumulateShare(inputs, targets, 1, isFirst: false, sampleWeights);

    /// <summary>
    /// Stores the gradients of a share of the loss (<paramref name="isFirst"/>), or adds them to those stored.
    /// </summary>
    internal float AccumulateShare(Inputs inputs, Targets targets, float share, bool isFirst, ReadOnlySpan<float> sampleWeights = default)
    {
        if (!isFirst && !_engine.HasGradients)
        {
            throw new InvalidOperationException("No gradients are stored to add to: call ForwardBackward with the first batch.");
        }

        return Train(inputs, targets, null, sampleWeights, share, accumulates: !isFirst);
    }

    /// <summary>Updates the weights from the stored gradients, with the same bits as <see cref="Step"/> would.</summary>
    /// <param name="optimizer">How weights follow their gradients. Another type than before starts its moments anew.</param>
    /// <exception cref="ArgumentException">The optimizer's settings contradict each other.</exception>
    /// <exception cref="InvalidOperationException">No gradients are stored.</exception>
    public void Update(Optimizer optimizer)
    {
        CheckOptimizer(optimizer);
        if (!_engine.HasGradients)
        {
            throw new InvalidOperationException("No gradients are stored: call ForwardBackward, or Forward and Backward, before Update.");
        }

        _engine.Update(optimizer);
    }

    /// <summary>A forward pass in training mode (batch statistics, dropout); raw outputs come to <see cref="Outputs"/>.</summary>
    /// <param name="inputs">1 to <see cref="MaxBatchSize"/> raw rows.</param>
    /// <exception cref="ArgumentException">Wrong kind or length, or one row where a layer normalises over the batch.</exception>
    /// <exception cref="TrainingDivergedException">An output is not finite; running statistics are as before the call.</exception>
    public void Forward(Inputs inputs)
    {
        int rows = CountTrainingRows(inputs);
        fixed (float* input = inputs.Values)
        {
            _engine.Forward(input, rows);
        }
    }

    /// <summary>
    /// The backward pass of the last <see cref="Forward"/> from a gradient of the outputs (policy gradients, any loss of your
    /// own); gradients are stored.
    /// </summary>
    /// <param name="outputGradient">The gradient of what is minimised with respect to <see cref="Outputs"/>.</param>
    /// <exception cref="InvalidOperationException">There was no <see cref="Forward"/> since the last backward pass.</exception>
    /// <exception cref="ArgumentException">Another length than <see cref="Outputs"/>, or a number that is not finite.</exception>
    public void Backward(ReadOnlySpan<float> outputGradient)
    {
        if (!_engine.HasForward)
        {
            throw new InvalidOperationException("Backward needs a Forward before it, each time.");
        }

        if (outputGradient.Length != Outputs.Length)
        {
            throw new ArgumentException(
                $"The last Forward gave {Outputs.Length} outputs ({_blueprint.OutputLength} "
                    + $"a row); the gradient has {outputGradient.Length} numbers.", nameof(outputGradient));
        }

        int bad = Domain.FirstNotFinite(outputGradient);
        if (bad >= 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"The gradient of row {bad / _blueprint.OutputLength}, output {bad % _blueprint.OutputLength}, is {outputGradient[bad]}; it must be finite."),
                nameof(outputGradient));
        }

        fixed (float* gradient = outputGradient)
        {
            _engine.Backward(gradient);
        }
    }

    /// <summary>The mean loss of rows in inference mode, without penalties. Touches no weight, statistic or counter.</summary>
    /// <param name="inputs">1 to <see cref="MaxBatchSize"/> raw rows.</param>
    /// <param name="targets">What they should give.</param>
    /// <param name="sampleWeights">A factor for each row's loss; ones by default.</param>
    /// <exception cref="ArgumentException">Wrong kinds or lengths, or a sample weight that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class, or a probability not in 0…1.</exception>
    /// <exception cref="InvalidOperationException">The network declares no loss.</exception>
    public float EvaluateLoss(Inputs inputs, Targets targets, ReadOnlySpan<float> sampleWeights = default) =>
        (float)Evaluate(inputs, targets, default, sampleWeights).Mean;

    /// <summary>The loss of rows as <see cref="EvaluateLoss"/> gives it, and their activated outputs in the same pass.</summary>
    /// <param name="inputs">1 to <see cref="MaxBatchSize"/> raw rows.</param>
    /// <param name="targets">What they should give.</param>
    /// <param name="predictions">Receives a row of outputs for each; empty where they are not wanted.</param>
    /// <param name="sampleWeights">A factor for each row's loss; ones by default.</param>
    internal LossSum Evaluate(Inputs inputs, Targets targets, Span<float> predictions, ReadOnlySpan<float> sampleWeights = default)
    {
        int rows = inputs.CountRows(_blueprint.Name, _blueprint.InputLength, MaxBatchSize, nameof(inputs));
        targets.Check(_blueprint, rows, nameof(targets));
        CheckWeights(sampleWeights, rows);
        fixed (float* input = inputs.Values)
        fixed (int* labels = targets.Labels)
        fixed (float* values = targets.Values)
        fixed (float* weights = sampleWeights)
        fixed (float* outputs = predictions)
        {
            return _engine.EvaluateLoss(input, outputs, rows, new() { Labels = labels, Values = values, SampleWeights = weights });
        }
    }

    /// <summary>What a training pass of these rows would minimise, in double: nothing but <see cref="Outputs"/> changes. May be not finite.</summary>
    internal double MeasureLoss(Inputs inputs, Targets targets)
    {
        int rows = CountTrainingRows(inputs);
        targets.Check(_blueprint, rows, nameof(targets));
        fixed (float* input = inputs.Values)
        fixed (int* labels = targets.Labels)
        fixed (float* values = targets.Values)
        {
            return _engine.MeasureLoss(input, rows, new() { Labels = labels, Values = values });
        }
    }

    /// <summary>The mean loss that rows would have if the network put out these raw outputs.</summary>
    internal double LossOf(ReadOnlySpan<float> outputs, Targets targets)
    {
        int rows = outputs.Length / _blueprint.OutputLength;
        targets.Check(_blueprint, rows, nameof(targets));
        fixed (int* labels = targets.Labels)
        fixed (float* values = targets.Values)
        {
            return _engine.LossOf(outputs, rows, new() { Labels = labels, Values = values }).Mean;
        }
    }

    private float Train(
        Inputs inputs, Targets targets, Optimizer? optimizer, ReadOnlySpan<float> sampleWeights, float share = 1, bool accumulates = false)
    {
        int rows = CountTrainingRows(inputs);
        targets.Check(_blueprint, rows, nameof(targets));
        if (optimizer is not null && sampleWeights.IsEmpty && _engine.TrainsRows)
        {
            return _engine.TrainRow(inputs.Values, targets, optimizer);
        }

        CheckWeights(sampleWeights, rows);
        fixed (float* input = inputs.Values)
        fixed (int* labels = targets.Labels)
        fixed (float* values = targets.Values)
        fixed (float* weights = sampleWeights)
        {
            return _engine.Train(input, rows, new() { Labels = labels, Values = values, SampleWeights = weights }, optimizer, share, accumulates);
        }
    }

    private void CheckOptimizer(Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        optimizer.Check(nameof(optimizer));
        if (Momentum is not null)
        {
            optimizer.CheckMomentum(nameof(optimizer));
        }
    }

    private int CountTrainingRows(Inputs inputs)
    {
        int rows = inputs.CountRows(_blueprint.Name, _blueprint.InputLength, MaxBatchSize, nameof(inputs));
        if (rows == 1 && _blueprint.BatchStatisticsLayer is { } layer)
        {
            throw new ArgumentException(
                $"{layer} normalises over the batch: it cannot train "
                    + "on one row, whose variance is 0. Give 2 rows or more.", nameof(inputs));
        }

        return rows;
    }

    private static void CheckWeights(ReadOnlySpan<float> sampleWeights, int rows)
    {
        if (!sampleWeights.IsEmpty && sampleWeights.Length != rows)
        {
            throw new ArgumentException($"There are {rows} rows but {sampleWeights.Length} sample weights.", nameof(sampleWeights));
        }

        int bad = sampleWeights.IndexOfAnyExceptInRange(-float.MaxValue, float.MaxValue);
        if (bad >= 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The sample weight of row {bad} is {sampleWeights[bad]}; it must be finite."), nameof(sampleWeights));
        }
    }
}
