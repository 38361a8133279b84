using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// Gives a network's outputs, in inference mode: from a snapshot of its weights (batch normalisation folded in) and of its
/// normaliser. Training on changes nothing here until <see cref="Refresh"/>. Not thread-safe: one predictor a thread, by
/// <see cref="Share"/>. No call allocates. A row's last bits may depend on how many rows are predicted together: products sum in
/// another order.
/// </summary>
/// <example>
/// <code>
/// Predictor&lt;FashionNet&gt; predictor = FashionNet.Load("fashion.safetensors").CreatePredictor(maxBatchSize: 64);
/// var probabilities = new float[10];
/// predictor.Predict(image, probabilities);
/// int label = predictor.Classify(image);
/// </code>
/// </example>
/// <typeparam name="TNetwork">The network's class.</typeparam>
public sealed unsafe class Predictor<TNetwork> : IPredictor
    where TNetwork : class, INetwork<TNetwork>
{
    private readonly TNetwork _network;
    private readonly WeightSnapshot _snapshot;
    private readonly PredictionScratch _scratch;
    private readonly RowPrediction _row;
    private readonly string _name;
    private readonly int _rowsPerBlock;

    /// <summary>Takes a snapshot of a network and makes room for so many rows a call.</summary>
    /// <param name="network">The network.</param>
    /// <param name="maxBatchSize">Most rows a call.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxBatchSize"/> is not positive.</exception>
    public Predictor(TNetwork network, int maxBatchSize = 1)
        : this(network, maxBatchSize, null)
    {
    }

    /// <summary>Takes its weights from elsewhere than the network, whose code and normaliser it uses.</summary>
    internal Predictor(TNetwork network, ParameterStore weights, int maxBatchSize)
        : this(network, maxBatchSize, new WeightSnapshot(network, weights))
    {
    }

    private Predictor(TNetwork network, int maxBatchSize, WeightSnapshot? snapshot)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxBatchSize);
        NetworkBlueprint blueprint = network.Blueprint;
        _network = network;
        _name = blueprint.Name;
        InputLength = blueprint.InputLength;
        OutputLength = blueprint.OutputLength;
        OutputPositions = blueprint.OutputPositions;
        MaxBatchSize = maxBatchSize;
        _snapshot = snapshot ?? new(network);
        _rowsPerBlock = Math.Min(maxBatchSize, blueprint.RowsPerBlock);
        _scratch = new(network, _snapshot, _rowsPerBlock);
        _row = new(network, _snapshot, _scratch);
    }

    /// <inheritdoc/>
    public int InputLength { get; }

    /// <inheritdoc/>
    public int OutputLength { get; }

    /// <inheritdoc/>
    public int OutputPositions { get; }

    /// <inheritdoc/>
    public int MaxBatchSize { get; }

    /// <inheritdoc/>
    public void Predict(Inputs inputs, Span<float> outputs) => Run(inputs, outputs, activate: true);

    /// <inheritdoc/>
    public void Forward(Inputs inputs, Span<float> outputs) => Run(inputs, outputs, activate: false);

    /// <inheritdoc/>
    public int Classify(Inputs input)
    {
        int count = input.CountRows(_name, InputLength, int.MaxValue, nameof(input));
        if (count != 1)
        {
            throw new ArgumentException($"Classify takes one row; these are {count}.", nameof(input));
        }

        if (OutputPositions > 1)
        {
            throw new InvalidOperationException(
                $"{_name} gives a class for each of {OutputPositions} positions: give Classify room for them, Classify(input, classes).");
        }

        _row.Run(input.Values, activate: false);
        int result = ClassOf(_row.Output);
        GC.KeepAlive(this);
        return result;
    }

    /// <inheritdoc/>
    public void Classify(Inputs inputs, Span<int> classes)
    {
        int rows = inputs.CountRows(_name, InputLength, MaxBatchSize, nameof(inputs));
        OutputRoom.CheckClasses(rows, OutputPositions, classes.Length, nameof(classes));
        fixed (float* source = inputs.Values)
        {
            for (int first = 0; first < rows; first += _rowsPerBlock)
            {
                int count = Math.Min(_rowsPerBlock, rows - first);
                _scratch.Infer(source + ((nint)first * InputLength), count);
                Span<int> target = classes.Slice(first * OutputPositions, count * OutputPositions);
                for (int line = 0; line < target.Length; line++)
                {
                    target[line] = ClassOf(_scratch.Output.Row(line));
                }
            }
        }

        GC.KeepAlive(this);
    }

    /// <summary>
    /// Takes the network's present weights and normaliser. Allocates nothing. Predictors that share the snapshot see them too:
    /// none of them may be predicting meanwhile, nor the network training.
    /// </summary>
    public void Refresh() => _snapshot.Refresh();

    /// <summary>Another predictor over the same snapshot, with scratch memory of its own, for another thread.</summary>
    public Predictor<TNetwork> Share() => new(_network, MaxBatchSize, _snapshot);

    private static int ClassOf(ReadOnlySpan<float> outputs) =>
        outputs.Length > 1 ? TensorPrimitives.IndexOfMax(outputs) : outputs[0] > 0 ? 1 : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Run(Inputs inputs, Span<float> outputs, bool activate)
    {
        // Tokens have no values.
        ReadOnlySpan<float> values = inputs.Values;
        if (values.Length == InputLength && outputs.Length == OutputLength && !values.Overlaps(outputs))
        {
            _row.Run(values, activate);
            _row.Output.CopyRowTo(outputs);
        }
        else
        {
            RunBlocks(inputs, outputs, activate);
        }

        GC.KeepAlive(this);
    }

    // Apart, because a prediction of one row should not pay for its frame.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RunBlocks(Inputs inputs, Span<float> outputs, bool activate)
    {
        int rows = inputs.CountRows(_name, InputLength, MaxBatchSize, nameof(inputs));
        OutputRoom.Check(inputs.Values, rows, OutputLength, outputs, nameof(outputs));
        fixed (float* source = inputs.Values)
        {
            for (int first = 0; first < rows; first += _rowsPerBlock)
            {
                int count = Math.Min(_rowsPerBlock, rows - first);
                RowBlock block = _scratch.Infer(source + ((nint)first * InputLength), count);
                if (activate)
                {
                    _network.Activate(block);
                }

                _scratch.CopyOutput(count, outputs[(first * OutputLength)..]);
            }
        }
    }

    /// <summary>For example <c>FashionNet predictor: 784 in, 10 out, up to 64 rows</c>.</summary>
    public override string ToString() => $"{_name} predictor: {InputLength} in, {OutputLength} out, up to {MaxBatchSize} rows";
}
