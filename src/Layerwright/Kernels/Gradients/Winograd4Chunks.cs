using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>
/// Frequencies that chunks of the batch have summed (<see cref="Winograd4WeightGradient"/>), added up in the chunks' order, turned into the
/// nine taps of each weight, Gᵀ·s·G, and handed to the sink.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Winograd4Chunks
{
    /// <summary>sink(Gᵀ · Σ over chunks · G) for the weights of some panels.</summary>
    /// <param name="chunks">The sums of every chunk.</param>
    /// <param name="panels">The panels wanted.</param>
    /// <param name="sink">Takes packed offsets of [9 · channels → filters]; already aimed at the weights.</param>
    public static void Run<TSink>(GradientChunks chunks, PanelRange panels, TSink sink)
        where TSink : struct, IGradientSink<TSink> =>
        VectorWidth.Run(new WinogradChunksKernel<FourByFour, TSink>(chunks, panels, sink));

    /// <summary>The same, and the bias.</summary>
    /// <param name="chunks">The sums of every chunk.</param>
    /// <param name="panels">The panels wanted.</param>
    /// <param name="sink">Takes packed offsets of [9 · channels → filters]; already aimed at the weights.</param>
    /// <param name="biasSink">Takes offsets into the vector; already aimed at the bias.</param>
    public static void Run<TSink>(GradientChunks chunks, PanelRange panels, TSink sink, TSink biasSink)
        where TSink : struct, IGradientSink<TSink>
    {
        Run(chunks, panels, sink);
        ChunkedGradient.RunBias(chunks, panels, biasSink);
    }
}
