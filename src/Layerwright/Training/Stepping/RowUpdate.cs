using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>Records the weight pass of a single row with its sink, to be run for as long as that stays the same.</summary>
internal sealed class RowUpdate(INetworkCode network, StepMemory memory)
{
    /// <summary>Records the pass into a sink. Allocates nothing where the recording held a pass into a sink of that type before.</summary>
    public void Record<TSink>(KernelRecording recording, TSink sink)
        where TSink : struct, IGradientSink<TSink>
    {
        int[] outputs = network.Blueprint.WeightTasks;
        recording.BeginAgain();
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
            recording.End();
        }
    }
}
