using Layerwright.CodeModel.Common;

namespace Layerwright.CodeModel.Operations;

/// <summary>
/// Records a training step: the forward operations, then by compile-time differentiation the backward ones and the weight tasks.
/// </summary>
internal sealed class TrainingTape
{
    /// <summary>Floats of the widest vector.</summary>
    private const int MostLanes = 16;

    private readonly List<SnapshotCall> _preparation = [];
    private readonly List<Operation> _forward = [];
    private readonly List<Operation> _backward = [];
    private readonly List<WeightTask> _weightTasks = [];
    private readonly List<StepVector> _stepVectors = [];
    private readonly List<StepVector> _partials = [];
    private readonly Dictionary<Tensor, List<Tensor>> _gradients = [];
    private readonly Dictionary<Tensor, int> _consumersLeft = [];
    private readonly Dictionary<Node, (int First, int Second)> _remembered = [];
    private readonly HashSet<WeightCopy> _copies = [];
    private readonly List<int> _outputBoundaries = [];
    private readonly HashSet<Tensor> _needsGradient;
    private int _tensorCount;

    private TrainingTape(OpGraph graph, bool inputGradient)
    {
        Graph = graph;
        _tensorCount = graph.Nodes.Count + 1;
        _needsGradient = NeedGradient(graph, inputGradient);
        OutputGradient = new(_tensorCount++, graph.Output.Shape, "outputGradient", -1);
    }

    public OpGraph Graph { get; }

    private Tensor OutputGradient { get; }

    public static TrainingProgram Record(OpGraph graph, bool inputGradient)
    {
        var tape = new TrainingTape(graph, inputGradient);
        foreach (var node in graph.Nodes)
        {
            node.Forward(tape);
        }

        tape.Differentiate();
        return new TrainingProgram(
            tape._preparation.ToEquatableArray(),
            tape._forward.ToEquatableArray(),
            tape._backward.ToEquatableArray(),
            tape._weightTasks.ToEquatableArray(),
            tape._stepVectors.ToEquatableArray(),
            tape._partials.ToEquatableArray(),
            tape._copies.OrderBy(copy => copy.Parameter).ThenBy(copy => copy.Form).ToEquatableArray(),
            tape.OutputGradient,
            inputGradient ? tape.Gradient(graph.Input) : null,
            tape._outputBoundaries.ToEquatableArray());
    }

    /// <summary>Adds a call that fills step vectors from the parameters before a step.</summary>
    public void Prepare(SnapshotCall call) => _preparation.Add(call);

    public void Forward(Operation operation)
    {
        var boundaries = operation.Output is { Layer: >= 0 } output
            ? EquatableArray.Of(new Boundary(operation.Epilogue.Count, output.Layer))
            : EquatableArray<Boundary>.Empty;
        _forward.Add(operation with { Boundaries = boundaries });
    }

    public void Backward(Operation operation) => _backward.Add(operation);

    /// <param name="of">The tensor that it belongs to.</param>
    /// <param name="what">What it is to that.</param>
    /// <param name="columns">Its length, where that is not the tensor's.</param>
    public int AddStepVector(Tensor of, string what, int? columns = null)
    {
        _stepVectors.Add(new StepVector(of.Stem + what, columns ?? of.Columns));
        return _stepVectors.Count - 1;
    }

    /// <summary>A statistic over the lines of a tensor that is gathered by blocks of rows.</summary>
    public PartialOperand AddPartial(Tensor of, string what)
    {
        _partials.Add(new StepVector(of.Stem + what, of.Columns));
        return new PartialOperand(_partials.Count - 1, of.Positions);
    }

    /// <summary>A tensor with zeros behind its columns, for what reads whole vectors of it as if it were a gradient.</summary>
    public Tensor PaddedWithZeros(Tensor tensor)
    {
        if (tensor.Columns % MostLanes == 0)
        {
            return tensor;
        }

        var padded = new Tensor(_tensorCount++, tensor.Shape, tensor.Name + "Padded", -1) { Inner = tensor.Inner };
        _backward.Add(Operation.Copy(tensor, padded));
        return padded;
    }

    public void AddWeightTask(int outputs, IEnumerable<GradientCall> calls) =>
        _weightTasks.Add(new WeightTask(outputs, calls.ToEquatableArray()));

    /// <summary>
    /// A weight whose gradient is summed over positions: by chunks of the batch first, whose sums then meet in the sink.
    /// </summary>
    /// <param name="kernel">Sums a chunk; class and method in the run time.</param>
    /// <param name="weight">Parameter number of the weight.</param>
    /// <param name="bias">Parameter number of its bias, or null.</param>
    /// <param name="operands">What the kernel reads, in its order, behind the rows.</param>
    public void AddChunkedWeightTask(string kernel, int weight, int? bias, params Operand[] operands) =>
        AddChunkedWeightTask(new ChunkSums(kernel, EquatableArray.Of(operands), weight, bias));

    /// <summary>The same.</summary>
    public void AddChunkedWeightTask(ChunkSums chunks)
    {
        var sum = new GradientCall(chunks.Sum, false, EquatableArray.Of<Operand>(new ChunksOperand()), chunks.Parameter) { Bias = chunks.Bias };
        _weightTasks.Add(new WeightTask(Graph.Parameters[chunks.Parameter].Declaration.Outputs, EquatableArray.Of(sum)) { Chunks = chunks });
    }

    /// <summary>A weight in another form: kept by the step, made anew when the weight has changed.</summary>
    public Operand Copy(WeightCopy copy)
    {
        _copies.Add(copy);
        return new CopyOperand(copy);
    }

    /// <summary>Keeps two step vectors of a node's forward for its backward.</summary>
    public void Remember(Node node, int first, int second) => _remembered[node] = (first, second);

    public (int First, int Second) Recall(Node node) => _remembered[node];

    public bool NeedsGradient(Tensor tensor) => _needsGradient.Contains(tensor);

    /// <summary>Contributes to a tensor's gradient by an operation; what was contributed before is added in its epilogue.</summary>
    public void Contribute(Tensor tensor, Func<Tensor, Operation> operation)
    {
        if (!_needsGradient.Contains(tensor))
        {
            return;
        }

        var gradient = NewGradient(tensor);
        var made = operation(gradient);
        if (made.TakesEpilogue)
        {
            var sums = Addends(tensor).Select(Link.Sum);
            _backward.Add(made with { Epilogue = made.Epilogue.Concat(sums).ToEquatableArray() });
            _gradients[tensor] = [gradient];
        }
        else
        {
            _backward.Add(made);
            _gradients[tensor] = [.. Addends(tensor), gradient];
        }

        CountContribution(tensor);
    }

    /// <summary>Contributes a gradient that is there already, as it is: the next operation that contributes adds it.</summary>
    public void Pass(Tensor tensor, Tensor gradient)
    {
        if (_needsGradient.Contains(tensor))
        {
            _gradients[tensor] = [.. Addends(tensor), gradient];
            CountContribution(tensor);
        }
    }

    private void Differentiate()
    {
        foreach (var input in Graph.Nodes.SelectMany(node => node.Inputs))
        {
            _consumersLeft[input] = _consumersLeft.TryGetValue(input, out int count) ? count + 1 : 1;
        }

        _gradients[Graph.Output] = [OutputGradient];
        MarkBoundary(Graph.Output, OutputGradient);
        foreach (var node in Graph.Nodes.Reverse())
        {
            if (_needsGradient.Contains(node.Output) && Gradient(node.Output) is { } gradient)
            {
                node.Backward(this, gradient);
            }
        }
    }

    private List<Tensor> Addends(Tensor tensor) => _gradients.TryGetValue(tensor, out var addends) ? addends : [];

    // The whole gradient; where nothing but gradients as they are has contributed, their sum is a pass of its own.
    private Tensor? Gradient(Tensor tensor)
    {
        var addends = Addends(tensor);
        if (addends.Count > 1)
        {
            var sum = NewGradient(tensor);
            var links = addends.Take(addends.Count - 1).Select(Link.Sum);
            _backward.Add(Operation.Elementwise(addends[addends.Count - 1], sum, [.. links]));
            _gradients[tensor] = addends = [sum];
        }

        return addends.Count == 0 ? null : addends[0];
    }

    private void CountContribution(Tensor tensor)
    {
        if (--_consumersLeft[tensor] == 0 && Gradient(tensor) is { } gradient)
        {
            MarkBoundary(tensor, gradient);
        }
    }

    // The gradient of a layer's output is whole here: probes may see it.
    private void MarkBoundary(Tensor tensor, Tensor gradient)
    {
        if (tensor.Layer < 0)
        {
            return;
        }

        int producer = _backward.FindIndex(operation => operation.Output == gradient);
        if (producer < 0)
        {
            _outputBoundaries.Add(tensor.Layer);
            return;
        }

        var operation = _backward[producer];
        _backward[producer] = operation with
        {
            Boundaries = operation.Boundaries.Append(new Boundary(operation.Epilogue.Count, tensor.Layer)).ToEquatableArray(),
        };
    }

    private Tensor NewGradient(Tensor of) => new(_tensorCount++, of.Shape, of.Name + "Gradient", -1) { Inner = of.Inner };

    // A gradient is wanted where something trainable lies below: the first layer's input has none.
    private static HashSet<Tensor> NeedGradient(OpGraph graph, bool inputGradient)
    {
        var needed = new HashSet<Tensor>();
        if (inputGradient)
        {
            needed.Add(graph.Input);
        }

        foreach (var node in graph.Nodes)
        {
            if (node.IsTrainable || node.Inputs.Any(needed.Contains))
            {
                needed.Add(node.Output);
            }
        }

        return needed;
    }
}
