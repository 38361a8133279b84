using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>
/// One pass of row blocks: a forward segment, what stands between, a backward segment, back to back on each block while its rows
/// are in the cache. Every block does the same whoever runs it, so results do not depend on threads.
/// </summary>
internal sealed unsafe class SegmentJob(INetworkCode network, StepMemory memory, PinnedBuffer outputs, PinnedBuffer? inputGradient) : IJob
{
    private readonly NetworkBlueprint _blueprint = network.Blueprint;

    /// <summary>The forward segment to run, or −1.</summary>
    public int Forward { get; set; }

    /// <summary>What stands between forward and backward.</summary>
    public BlockHead Head { get; set; }

    /// <summary>The backward segment to run, or −1.</summary>
    public int Backward { get; set; }

    /// <summary>Sees activations and gradients, or null.</summary>
    public LayerObserver? Observer { get; set; }

    /// <summary>
    /// Raw inputs that the first segment brings into the step's own buffer; null where they are used in place or already there.
    /// </summary>
    public float* RawInput { get; set; }

    /// <summary>What is applied to raw inputs; null copies them.</summary>
    public IInputTransform? Transform { get; set; }

    /// <summary>What the loss compares with.</summary>
    public BatchTarget Target { get; set; }

    /// <summary>The caller's gradient of the outputs, dense rows.</summary>
    public float* OutputGradient { get; set; }

    public void Execute(int index, int worker)
    {
        RowBlock block = memory.Block(index, worker);
        if (Observer is { } observer && block.FirstRow < observer.Rows)
        {
            Run(block, new ObservingProbe(observer));
        }
        else
        {
            Run(block, default(NoProbe));
        }
    }

    /// <summary>Keeps a block's outputs for whoever asks.</summary>
    public void CopyOutputs(in RowBlock block) => CopyOut(block, _blueprint.Training.Output, outputs);

    /// <summary>Keeps the gradient of a block's inputs, where there is one.</summary>
    public void CopyInputGradient(in RowBlock block)
    {
        if (inputGradient is not null)
        {
            CopyOut(block, _blueprint.Training.InputGradient, inputGradient);
        }
    }

    private void Run<TProbe>(in RowBlock block, TProbe probe)
        where TProbe : struct, IProbe
    {
        if (Forward >= 0)
        {
            RunForward(block, probe);
        }

        if (Head == BlockHead.Loss)
        {
            network.Loss(block, Target.At(block.FirstRow));
        }
        else if (Head == BlockHead.Gradient)
        {
            int columns = _blueprint.OutputColumns;
            var given = new Tensor(OutputGradient + ((nint)block.FirstRow * _blueprint.OutputLength), columns, columns);
            Rows.Copy(block.Rows * _blueprint.OutputPositions, given, block.Tensor(_blueprint.Training.OutputGradient));
        }

        if (Backward >= 0)
        {
            network.Backward(Backward, block, probe);
            if (Backward == _blueprint.BackwardSegments - 1)
            {
                CopyInputGradient(block);
            }
        }
    }

    private void RunForward<TProbe>(in RowBlock block, TProbe probe)
        where TProbe : struct, IProbe
    {
        if (Forward == 0 && RawInput != null)
        {
            int length = block.Rows * _blueprint.InputLength;
            var raw = new ReadOnlySpan<float>(RawInput + ((nint)block.FirstRow * _blueprint.InputLength), length);
            var own = new Span<float>(block.Input.Data, length);
            if (Transform is { } transform)
            {
                transform.Transform(raw, own);
            }
            else
            {
                raw.CopyTo(own);
            }
        }

        network.Forward(Forward, block, probe);
        if (Forward == _blueprint.ForwardSegments - 1)
        {
            CopyOutputs(block);
        }
    }

    private void CopyOut(in RowBlock block, int tensor, PinnedBuffer target)
    {
        TensorInfo info = _blueprint.Training.Tensors[tensor];
        block.Tensor(tensor).CopyTo(block.Rows * info.Positions, target.Span[(block.FirstRow * info.Length)..]);
    }
}
