using Layerwright.Kernels;

namespace Layerwright.Benchmarks;

/// <summary>Weights that a gradient goes into by descent with momentum, as in a training step.</summary>
internal sealed unsafe class MomentumOperands
{
    private readonly int _inputs;
    private readonly int _outputs;
    private readonly PackedMatrix _velocity;

    /// <param name="memory">Where they lie.</param>
    /// <param name="inputs">Of one tap.</param>
    /// <param name="outputs">Of the layer.</param>
    /// <param name="taps">Of the window.</param>
    public MomentumOperands(KernelOperands memory, int inputs, int outputs, int taps = 1)
    {
        (_inputs, _outputs) = (inputs, outputs);
        PackedMatrix weights = memory.Weights(inputs, outputs, taps);
        _velocity = new(memory.Memory.Zeros((int)PanelLayout.PackedLength(weights.Inputs, outputs)), weights.Inputs, outputs);
        Sink = new(weights.Data, _velocity.Data);
    }

    /// <summary>The update.</summary>
    public MomentumSink Sink { get; }

    /// <summary>A work's cost with the weights and their velocity read and written, where it has counted the weights once.</summary>
    public WorkCost CostBeside(WorkCost work) => work with { Bytes = work.Bytes + (3.0 * sizeof(float) * _velocity.Inputs * _outputs) };

    /// <summary>Some numbers of the gradient: the velocity after a first run, in the state's order.</summary>
    public float[] Sample(Action run)
    {
        new Span<float>(_velocity.Data, (int)PanelLayout.PackedLength(_velocity.Inputs, _outputs)).Clear();
        run();
        float[] state = new float[_velocity.Inputs * _outputs];
        Packing.Unpack(_velocity, state, KernelOperands.Order(_inputs, _outputs, _velocity.Inputs / _inputs));
        return BenchmarkData.Pick(state);
    }
}
