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

    /// <summary>The contract the code was generated for; checked against <see cref="RuntimeContract.Version"/> once.</summary>
    public required int ContractVersion { get; init; }

    /// <summary>Elements of one input row.</summary>
    public required int InputLength { get; init; }

    /// <summary>Elements of one output row.</summary>
    public required int OutputLength { get; init; }

    /// <summary>What the loss takes.</summary>
    public required TargetKind Target { get; init; }

    /// <summary>The layers in order, blocks inlined, input first; the loss last.</summary>
    public required LayerInfo[] Layers { get; init; }

    /// <summary>Weights, biases, scales and running statistics, in the order of the state dictionary.</summary>
    public required ParameterInfo[] Parameters { get; init; }

    /// <summary>A predictor's own weights, after folding.</summary>
    public required SnapshotInfo[] Snapshot { get; init; }

    /// <summary>Buffers of a predictor.</summary>
    public required BufferPlan Inference { get; init; }

    /// <summary>Buffers of a training step. Absent tensors where the network is for prediction only.</summary>
    public required BufferPlan Training { get; init; }

    /// <summary>Rows that run through a segment together: chosen for the cache, a literal so that sums over rows do not depend on the machine.</summary>
    public required int RowsPerBlock { get; init; }

    /// <summary>Number of forward segments.</summary>
    public required int ForwardSegments { get; init; }

    /// <summary>Number of backward segments.</summary>
    public required int BackwardSegments { get; init; }

    /// <summary>For each weight task, how many outputs its panels cover.</summary>
    public required int[] WeightTasks { get; init; }

    /// <summary>Lengths of the vectors a step keeps between segments (means, deviations, gradient sums).</summary>
    public int[] StepVectors { get; init; } = [];

    /// <summary>For each statistic gathered by row blocks, its columns; a block's part is two rows of that many.</summary>
    public int[] Partials { get; init; } = [];

    /// <summary>The first layer that normalises over the batch, so that one row cannot be trained; null where there is none.</summary>
    public string? BatchStatisticsLayer { get; init; }

    /// <summary>The largest dropout rate: bounds <c>DropoutFactor</c>.</summary>
    public float LargestDropoutRate { get; init; }

    /// <summary>What the planner fused, counted, for the summary.</summary>
    public string[] Fusions { get; init; } = [];
}

/// <summary>The kind of target that a network's loss takes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum TargetKind
{
    /// <summary>No loss: trained through <c>Backward(outputGradient)</c>.</summary>
    None,

    /// <summary>One class number a row.</summary>
    Labels,

    /// <summary>As many floats a row as there are outputs.</summary>
    Values,

    /// <summary>As many numbers in 0…1 a row as there are outputs.</summary>
    Probabilities,
}

/// <summary>One layer as the summary shows it and the probes number it.</summary>
/// <param name="Name">The member's name, with its blocks: <c>Residual1.Branch.Dense1</c>.</param>
/// <param name="Kind">The attribute's name: <c>Dense</c>.</param>
/// <param name="OutputLength">Elements of one row of its output.</param>
/// <param name="OutputShape">Its output's shape as text: <c>512</c>, <c>28×28×16</c>.</param>
/// <param name="ParameterCount">Trainable parameters.</param>
/// <param name="FlopsPerRow">Floating-point operations of one row's forward pass (a multiply-add counts two).</param>
/// <param name="FusedWith">The layer whose pass it runs in, or null.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record LayerInfo(
    string Name, string Kind, int OutputLength, string OutputShape, int ParameterCount, long FlopsPerRow, string? FusedWith = null);

/// <summary>How a parameter is stored.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ParameterKind
{
    /// <summary>Trainable weights [outputs, inputs], in panels inside.</summary>
    Matrix,

    /// <summary>A trainable vector (bias, γ, β).</summary>
    Vector,

    /// <summary>A running statistic: saved, not trained.</summary>
    Statistic,
}

/// <summary>One entry of the state dictionary.</summary>
/// <param name="Key">PyTorch's name: <c>dense1.weight</c>.</param>
/// <param name="Layer">Index into <see cref="NetworkBlueprint.Layers"/>.</param>
/// <param name="Kind">How it is stored.</param>
/// <param name="Outputs">Rows of PyTorch's weight, or the vector's length.</param>
/// <param name="Inputs">Columns of PyTorch's weight; 1 for vectors.</param>
/// <param name="Start">Its first values.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ParameterInfo(string Key, int Layer, ParameterKind Kind, int Outputs, int Inputs, Initializer Start)
{
    /// <summary>λ of λ·‖w‖₁ at the start of training.</summary>
    public float L1 { get; init; }

    /// <summary>λ of ½·λ·‖w‖² at the start of training.</summary>
    public float L2 { get; init; }

    /// <summary>True for weights proper: weight decay skips biases, scales and shifts unless told otherwise.</summary>
    public bool IsDecayed { get; init; }

    /// <summary>True where backward needs the transposed copy (every weight whose input needs a gradient).</summary>
    public bool IsTransposed { get; init; }
}

/// <summary>A distribution with its numbers worked out at compile time (fan, gain, slope).</summary>
/// <param name="Distribution">Its form.</param>
/// <param name="Value">Deviation, half-width or constant.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct Initializer(Distribution Distribution, float Value)
{
    /// <summary>N(0, <paramref name="deviation"/>²).</summary>
    public static Initializer Normal(float deviation) => new(Distribution.Normal, deviation);

    /// <summary>U(−<paramref name="halfWidth"/>, <paramref name="halfWidth"/>).</summary>
    public static Initializer Uniform(float halfWidth) => new(Distribution.Uniform, halfWidth);

    /// <summary>Every element the same.</summary>
    public static Initializer Constant(float value) => new(Distribution.Constant, value);
}

/// <summary>The form of a starting distribution.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum Distribution
{
    /// <summary>The same number everywhere.</summary>
    Constant,

    /// <summary>Gaussian around 0.</summary>
    Normal,

    /// <summary>Uniform around 0.</summary>
    Uniform,
}

/// <summary>One array of a predictor's own weights.</summary>
/// <param name="Outputs">Columns of the matrix, or the vector's length.</param>
/// <param name="Inputs">Depth of the matrix; 0 for a vector.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct SnapshotInfo(int Outputs, int Inputs = 0);

/// <summary>Where tensors lie, in logical elements a row.</summary>
/// <param name="Tensors">Every tensor, by the number the generated code uses.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record BufferPlan(params TensorInfo[] Tensors)
{
    /// <summary>Logical elements a row if every tensor had a place of its own: for the summary.</summary>
    public int UnsharedFloatsPerRow { get; init; }

    /// <summary>The tensor that holds the raw outputs.</summary>
    public required int Output { get; init; }

    /// <summary>The tensor that holds the loss's gradient with respect to the raw outputs; −1 where nothing is trained.</summary>
    public int OutputGradient { get; init; } = -1;

    /// <summary>The tensor that holds the gradient of the input; −1 where nobody asked for it.</summary>
    public int InputGradient { get; init; } = -1;
}

/// <summary>
/// One tensor's place. Tensors of one arena that are never live together may overlap; padding keeps the order of places
/// (a tensor that begins at or after another's end still does).
/// </summary>
/// <param name="Arena">For the whole batch, or for the block at hand.</param>
/// <param name="Offset">Start in the arena, logical elements a row.</param>
/// <param name="Columns">Logical elements a row.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct TensorInfo(Arena Arena, int Offset, int Columns);

/// <summary>How long a tensor lives, and so where.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum Arena
{
    /// <summary>Crosses a barrier or is kept for backward: every row of the batch has its place.</summary>
    Batch,

    /// <summary>Lives within one segment: every worker has room for one block of rows.</summary>
    Block,
}

/// <summary>The contract between generated code and this library.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RuntimeContract
{
    /// <summary>The version this library fulfils.</summary>
    public const int Version = 1;
}
