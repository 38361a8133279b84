using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>
/// The passes over a single row before the weights', for steps that never take more. The kernels that the network's code asks for
/// are recorded once, over one row of the step's memory: finding them takes longer than small kernels do. They are the same as of a
/// batch of one row, and give the same bits.
/// </summary>
internal sealed unsafe class RowStep
{
    private readonly INetworkCode _network;
    private readonly StepMemory _memory;
    private readonly PinnedTable<int> _labels;
    private readonly PinnedTable<float> _values;
    private readonly KernelRecording _forward;
    private readonly KernelRecording? _fromLabels;
    private readonly KernelRecording? _fromValues;
    private readonly int _inputLength;
    private BatchTarget _target;

    private RowStep(INetworkCode network, StepMemory memory, in BatchTarget target)
    {
        _network = network;
        _memory = memory;
        _target = target;
        NetworkBlueprint blueprint = network.Blueprint;
        _inputLength = blueprint.InputLength;
        _labels = new(blueprint.OutputPositions);
        _values = new(blueprint.OutputLength);

        Begin();
        RowBlock block = memory.Block(0, 0);
        _forward = RowRecording.Of(Forward, block);
        KernelRecording backward = RowRecording.Of(Backward, block);
        if (blueprint.Target.TakesLabels())
        {
            _target.Labels = _labels.Items;
            _fromLabels = RowRecording.Of(Loss, block).Then(backward);
        }

        if (blueprint.Target.TakesFloats())
        {
            _target.Labels = null;
            _target.Values = _values.Items;
            _fromValues = RowRecording.Of(Loss, block).Then(backward);
        }
    }

    /// <summary>The row's block.</summary>
    public RowBlock Block => _memory.Block(0, 0);

    /// <summary>
    /// Null where kernels are not the same at each step (dropout's masks, a mean's divisor that follows labels), where rows would
    /// meet, and where gradients are summed over positions first.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="memory">Of one row.</param>
    /// <param name="target">Where the row's losses go, and what their sum is divided by.</param>
    public static RowStep? Of(INetworkCode network, StepMemory memory, in BatchTarget target)
    {
        NetworkBlueprint blueprint = network.Blueprint;
        bool isAlwaysSame = blueprint.Target != TargetKind.None
            && blueprint is { LargestDropoutRate: 0, IgnoreLabel: null, ForwardSegments: 1, BackwardSegments: 1 }
            && blueprint is { StepVectors: [], Partials: [], ChunkedTasks: [] }
            && network.Parameters.Statistics.IsEmpty;
        return isAlwaysSame ? new(network, memory, target) : null;
    }

    /// <summary>Takes a raw row through the layers.</summary>
    public void Forward(ReadOnlySpan<float> input)
    {
        Begin();
        Span<float> own = new(_memory.OwnInput, _inputLength);
        if (_network.InputTransform is { } transform)
        {
            transform.Transform(input, own);
        }
        else
        {
            input.CopyRowTo(own);
        }

        _forward.Run();
    }

    /// <summary>The loss, and its gradient back through the layers.</summary>
    public void Backward(Targets targets)
    {
        if (targets.Labels.IsEmpty)
        {
            targets.Values.CopyRowTo(new(_values.Items, targets.Values.Length));
            _fromValues!.Run();
        }
        else
        {
            targets.Labels.CopyTo(new(_labels.Items, targets.Labels.Length));
            _fromLabels!.Run();
        }
    }

    private void Begin() => _memory.Begin(_memory.OwnInput, 1, dropoutKey: 0, dropoutFactor: 1);

    private void Forward(in RowBlock block) => _network.Forward(0, block, default(NoProbe));

    private void Loss(in RowBlock block) => _network.Loss(block, _target.At(0));

    private void Backward(in RowBlock block) => _network.Backward(0, block, default(NoProbe));
}
