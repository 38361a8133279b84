using Layerwright.CodeModel.Common;

namespace Layerwright.CodeModel.Operations;

/// <summary>Records prediction: operations over a snapshot of the weights, and the calls that fill the snapshot.</summary>
internal sealed class InferenceTape
{
    private readonly List<Operation> _operations = [];
    private readonly List<SnapshotArray> _arrays = [];
    private readonly List<SnapshotCall> _calls = [];
    private readonly Dictionary<Tensor, Tensor> _resolved = [];

    private InferenceTape(OpGraph graph)
    {
        Graph = graph;
        _resolved[graph.Input] = graph.Input;
    }

    private OpGraph Graph { get; }

    public static InferenceProgram Record(OpGraph graph)
    {
        var tape = new InferenceTape(graph);
        foreach (var node in graph.Nodes)
        {
            node.Infer(tape);
        }

        return new InferenceProgram(
            tape._operations.ToEquatableArray(), tape.Resolve(graph.Output), tape._arrays.ToEquatableArray(), tape._calls.ToEquatableArray());
    }

    /// <summary>Adds the operation that computes <paramref name="output"/>; with what it folds in, the layer before it too.</summary>
    public void Emit(Tensor output, Operation operation, Tensor? foldedInto = null)
    {
        var layers = new[] { foldedInto, output }.OfType<Tensor>().Where(tensor => tensor.Layer >= 0);
        _operations.Add(operation with
        {
            Boundaries = layers.Select(tensor => new Boundary(operation.Epilogue.Count, tensor.Layer)).ToEquatableArray(),
        });
        _resolved[output] = output;
    }

    public bool IsEmitted(Tensor tensor) => _resolved.ContainsKey(tensor);

    /// <summary>Says that prediction leaves a tensor as another is (dropout).</summary>
    public void Alias(Tensor tensor, Tensor same) => _resolved[tensor] = same;

    public Tensor Resolve(Tensor tensor) => _resolved[tensor];

    public Node? SoleConsumer(Tensor tensor) => Graph.SoleConsumer(tensor);

    /// <summary>The snapshot's weights of a layer.</summary>
    /// <param name="parameter">The network's.</param>
    /// <param name="inputs">Their depth, where it is not the parameter's.</param>
    /// <param name="of">What they compute.</param>
    public int AddWeight(int parameter, int? inputs, Tensor of)
    {
        var declaration = Graph.Parameters[parameter].Declaration;
        return Add(new SnapshotArray(of.Stem + "Weight", of.Columns, inputs ?? declaration.Inputs) { Groups = declaration.Groups });
    }

    public int AddVector(Tensor of, string what) => Add(new SnapshotArray(of.Stem + what, of.Columns, 0));

    public void AddSnapshotCall(SnapshotCall call) => _calls.Add(call);

    /// <summary>A snapshot vector that is a copy of a parameter.</summary>
    public int CopyVector(int parameter, Tensor of, string what)
    {
        int target = Add(new SnapshotArray(of.Stem + what, Graph.Parameters[parameter].Declaration.Outputs, 0));
        AddSnapshotCall(SnapshotCall.Of("Folding.Copy", new VectorOperand(parameter), new TargetVectorOperand(target)));
        return target;
    }

    private int Add(SnapshotArray array)
    {
        _arrays.Add(array);
        return _arrays.Count - 1;
    }
}

/// <summary>Prediction before fusion.</summary>
/// <param name="Operations">In data-flow order.</param>
/// <param name="Output">The raw outputs.</param>
/// <param name="Arrays">The snapshot's arrays.</param>
/// <param name="Calls">What fills them.</param>
internal sealed record InferenceProgram(
    EquatableArray<Operation> Operations, Tensor Output, EquatableArray<SnapshotArray> Arrays, EquatableArray<SnapshotCall> Calls);

/// <summary>An array of the snapshot; a vector where there are no inputs.</summary>
internal sealed record SnapshotArray(string Name, int Outputs, int Inputs)
{
    /// <summary>Packed matrices that follow one another, each with an equal part of the outputs.</summary>
    public int Groups { get; init; } = 1;
}

/// <summary>A call that fills arrays of the snapshot, or vectors of a step, from the network's parameters.</summary>
internal sealed record SnapshotCall(string Kernel, EquatableArray<Operand> Operands)
{
    private const string FoldKernel = "Folding.Dense";

    /// <summary>Folds what follows a product into its weights.</summary>
    public bool IsFold => Kernel == FoldKernel;

    public static SnapshotCall Of(string kernel, params Operand[] operands) => new(kernel, EquatableArray.Of(operands));

    public static SnapshotCall Fold(params Operand[] operands) => Of(FoldKernel, operands);

    /// <summary>A weight with its taps in reverse order, inputs and outputs exchanged.</summary>
    public static SnapshotCall Turn(int parameter, int taps, int target) =>
        Of("Transposition.Turn", new MatrixOperand(parameter), Operand.Count(taps), new TargetMatrixOperand(target));

    public static SnapshotCall CopyMatrix(int parameter, int target) =>
        Of("Folding.Copy", new MatrixOperand(parameter), new TargetMatrixOperand(target));
}
