using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>The weight pass of a single row into one sink, recorded with the sink and run for as long as that stays the same.</summary>
internal sealed class RowUpdate(INetworkCode network, StepMemory memory)
{
    private readonly KernelRecording _kernels = new();

    /// <summary>Records the pass into a sink. Allocates nothing where the sink before was of the same type.</summary>
    public void Record<TSink>(TSink sink)
        where TSink : struct, IGradientSink<TSink>
    {
        int[] outputs = network.Blueprint.WeightTasks;
        _kernels.BeginAgain();
        try
        {
            for (int task = 0; task < outputs.Length; task++)
            {
                PanelRange panels = new(0, PanelLayout.PanelCount(outputs[task]));
                network.Weights(task, memory.Weights(0, 1, panels, default), sink);
            }
        }
        finally
        {
            _kernels.End();
        }
    }

    /// <summary>Every weight's gradient into the sink.</summary>
    public void Run() => _kernels.Run();
}
