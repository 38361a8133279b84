using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>Records what a network's code does with a block of rows.</summary>
internal static class RowRecording
{
    /// <summary>A part of a network's code.</summary>
    public delegate void Part(in RowBlock block);

    /// <summary>The kernels that the code asks for.</summary>
    public static KernelRecording Of(Part part, in RowBlock block)
    {
        var recording = KernelRecording.Begin();
        try
        {
            part(block);
        }
        finally
        {
            recording.End();
        }

        return recording;
    }
}
