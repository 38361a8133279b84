using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;

namespace Layerwright.CodeModel.Operations;

/// <summary>A training step before fusion: every operation on its own.</summary>
/// <param name="Preparation">What is taken from the parameters before the first operation.</param>
/// <param name="Forward">From the input to the raw outputs.</param>
/// <param name="Backward">From the gradient of the raw outputs down.</param>
/// <param name="WeightTasks">Gradients over the whole batch.</param>
/// <param name="StepVectors">Vectors kept between barriers.</param>
/// <param name="Partials">Statistics that are gathered by blocks.</param>
/// <param name="Copies">Weights that kernels read in other forms too, by parameter.</param>
/// <param name="OutputGradient">Where the loss puts its gradient.</param>
/// <param name="InputGradient">The gradient of the input, where it is asked for.</param>
/// <param name="OutputBoundaries">Layers whose output's gradient is the output gradient as it is.</param>
internal sealed record TrainingProgram(
    EquatableArray<SnapshotCall> Preparation,
    EquatableArray<Operation> Forward,
    EquatableArray<Operation> Backward,
    EquatableArray<WeightTask> WeightTasks,
    EquatableArray<StepVector> StepVectors,
    EquatableArray<StepVector> Partials,
    EquatableArray<WeightCopy> Copies,
    Tensor OutputGradient,
    Tensor? InputGradient,
    EquatableArray<int> OutputBoundaries)
{
    /// <summary>The number of the task that updates a parameter; null where it is frozen.</summary>
    public int? TaskOf(int parameter)
    {
        int task = WeightTasks.ToList().FindIndex(task => task.Calls.Any(call => call.Parameters.Contains(parameter)));
        return task < 0 ? null : task;
    }
}

/// <summary>A vector that a step keeps from the barrier that fills it on, or a statistic that blocks gather.</summary>
internal sealed record StepVector(string Name, int Columns);

/// <summary>Gradients of one layer's parameters, shared by threads in runs of output panels.</summary>
/// <param name="Outputs">How many outputs the panels cover.</param>
/// <param name="Calls">One call a parameter; a weight's takes its bias along.</param>
internal sealed record WeightTask(int Outputs, EquatableArray<GradientCall> Calls)
{
    /// <summary>What chunks of the batch sum up first, so that the calls only add their sums; null where calls sum over the batch.</summary>
    public ChunkSums? Chunks { get; init; }

    /// <summary>Tensors that it reads.</summary>
    public IEnumerable<Tensor> Reads => Calls.SelectMany(call => call.Operands).Concat(Chunks?.Operands ?? EquatableArray<Operand>.Empty)
        .OfType<TensorOperand>().Select(operand => operand.Tensor);

    /// <summary>The same task, its chunks reading <paramref name="replacement"/> wherever they read <paramref name="tensor"/>.</summary>
    public WeightTask Reading(Tensor tensor, Tensor replacement) => this with
    {
        Chunks = Chunks! with
        {
            Operands = Chunks.Operands
                .Select(operand => operand is TensorOperand read && read.Tensor == tensor ? new TensorOperand(replacement) : operand)
                .ToEquatableArray(),
        },
    };
}

/// <summary>Sums of a weight's gradient, and of its bias's, over each of a fixed number of chunks of the batch.</summary>
/// <param name="Kernel">Class and method in the run time.</param>
/// <param name="Operands">What it reads.</param>
/// <param name="Parameter">The weight.</param>
/// <param name="Bias">The bias, or null.</param>
internal sealed record ChunkSums(string Kernel, EquatableArray<Operand> Operands, int Parameter, int? Bias)
{
    /// <summary>Floats that all chunks' sums of one weight may take: more stay in no second-level cache.</summary>
    private const int MostFloats = 512 * 1024;

    private const int MostChunks = 16;

    /// <summary>Adds the chunks' sums up and hands them to the sink; class and method in the run time.</summary>
    public string Sum { get; init; } = "ChunkedGradient.Run";

    /// <summary>Sums of one filter, where they are not the weight's own inputs.</summary>
    public int? Inputs { get; init; }

    /// <summary>Reads the network's input number by number: the caller's unpadded rows will do.</summary>
    public bool TakesUnpaddedInput { get; init; } = true;

    /// <summary>
    /// Chunks for a weight of so many sums: many for small weights, so that threads have something to share; one for large weights, whose
    /// panels they share. A literal of the plan: bits depend on it.
    /// </summary>
    public int CountFor(ParameterDeclaration weight) =>
        Math.Max(1, Math.Min(MostChunks, MostFloats / Math.Max(1, Inputs * weight.Outputs ?? weight.Count)));
}

/// <summary>One parameter's gradient, or a weight's and its bias's, into the sink.</summary>
/// <param name="Kernel">Class and method in the run time.</param>
/// <param name="TakesRows">True where the kernel runs over the batch.</param>
/// <param name="Operands">What it reads.</param>
/// <param name="Parameter">Whose gradient it is.</param>
internal sealed record GradientCall(string Kernel, bool TakesRows, EquatableArray<Operand> Operands, int Parameter)
{
    /// <summary>The bias whose gradient the same kernel sums, or null.</summary>
    public int? Bias { get; init; }

    /// <summary>Parameters that get their gradients, in the order of the sinks.</summary>
    public IEnumerable<int> Parameters => Bias is { } bias ? [Parameter, bias] : [Parameter];
}
