using System.ComponentModel;

namespace Layerwright.Runtime;

/// <summary>
/// The literals of one generated network: everything the run time must know to lay out memory and drive its code.
/// Sizes are logical elements; padding to the machine's vectors is computed when memory is laid out.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record NetworkBlueprint
{
    /// <summary>The class's name, for messages.</summary>
    public required string Name { get; init; }

    /// <summary>The contract the code was generated for.</summary>
    public required int ContractVersion { get; init; }

    /// <summary>The version of the package that generated the code.</summary>
    public required string PackageVersion { get; init; }

    /// <summary>Elements of one input row.</summary>
    public required int InputLength { get; init; }

    /// <summary>Elements of one output row.</summary>
    public required int OutputLength { get; init; }

    /// <summary>Lines of one input row: pixels or steps, each of as many channels as the length leaves.</summary>
    public int InputPositions { get; init; } = 1;

    /// <summary>The images that rows are, in the layout in which they are given; null where rows are vectors or sequences.</summary>
    public ImageShape? InputImage { get; init; }

    /// <summary>Lines of one output row: each has a loss, and a label where outputs are classes.</summary>
    public int OutputPositions { get; init; } = 1;

    /// <summary>What the loss takes.</summary>
    public required TargetKind Target { get; init; }

    /// <summary>The loss of a network without knowledge, ln C for C classes, without penalties; null where it depends on the data.</summary>
    public float? ExpectedLoss { get; init; }

    /// <summary>The label whose rows do not count, a class or not; null where every row does.</summary>
    public int? IgnoreLabel { get; init; }

    /// <summary>The layers in order, blocks inlined, input first; the loss last.</summary>
    public required LayerInfo[] Layers { get; init; }

    /// <summary>Weights, biases, scales and running statistics, in the order of the state dictionary.</summary>
    public required ParameterInfo[] Parameters { get; init; }

    /// <summary>Weights that a training step keeps in other forms too.</summary>
    public CopyInfo[] Copies { get; init; } = [];

    /// <summary>A predictor's own weights, after folding.</summary>
    public required SnapshotInfo[] Snapshot { get; init; }

    /// <summary>Buffers of a predictor.</summary>
    public required BufferPlan Inference { get; init; }

    /// <summary>Buffers of a training step. Absent tensors where the network is for prediction only.</summary>
    public required BufferPlan Training { get; init; }

    /// <summary>
    /// Rows that run through a segment together: chosen for the cache, a literal so that sums over rows do not depend on the
    /// machine.
    /// </summary>
    public required int RowsPerBlock { get; init; }

    /// <summary>Number of forward segments.</summary>
    public required int ForwardSegments { get; init; }

    /// <summary>Number of backward segments.</summary>
    public required int BackwardSegments { get; init; }

    /// <summary>For each weight task, how many outputs its panels cover.</summary>
    public required int[] WeightTasks { get; init; }

    /// <summary>The weight tasks that chunks of the batch sum up first.</summary>
    public ChunkedTaskInfo[] ChunkedTasks { get; init; } = [];

    /// <summary>Lengths of the vectors a step keeps between segments (means, deviations, gradient sums).</summary>
    public int[] StepVectors { get; init; } = [];

    /// <summary>For each statistic gathered by row blocks, its columns; a block's part is two rows of that many.</summary>
    public int[] Partials { get; init; } = [];

    /// <summary>
    /// The first layer that normalises over the batch and sees one value of a channel a row, so that one row cannot be trained;
    /// null where there is none.
    /// </summary>
    public string? BatchStatisticsLayer { get; init; }

    /// <summary>The largest dropout rate: bounds <c>DropoutFactor</c>.</summary>
    public float LargestDropoutRate { get; init; }

    /// <summary>What the planner fused, counted, for the summary.</summary>
    public string[] Fusions { get; init; } = [];

    /// <summary>A factor on the dropout rates, which leaves each below 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, not finite, or so large that a layer would drop everything.</exception>
    internal float CheckedDropoutFactor(float value, string argument) =>
        Domain.NotNegative(value, argument) * LargestDropoutRate < 1
            ? value
            : throw new ArgumentOutOfRangeException(
                argument,
                value,
                FormattableString.Invariant($"{Name}'s largest dropout rate is {LargestDropoutRate}: times {value} it would drop everything."));

    /// <summary>Elements of one line of the input.</summary>
    internal int InputColumns => InputLength / InputPositions;

    /// <summary>Elements of one line of the output: the classes, where outputs are classes.</summary>
    internal int OutputColumns => OutputLength / OutputPositions;
}
