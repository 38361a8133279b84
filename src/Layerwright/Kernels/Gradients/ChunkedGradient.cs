using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Gradients that chunks of the batch have summed, added up in the chunks' order and handed to the sink from registers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class ChunkedGradient
{
    /// <summary>sink(Σ over chunks) for the weights of some panels.</summary>
    /// <param name="chunks">The sums of every chunk.</param>
    /// <param name="panels">The panels wanted.</param>
    /// <param name="sink">Takes packed offsets; already aimed at the weights.</param>
    public static void Run<TSink>(GradientChunks chunks, PanelRange panels, TSink sink)
        where TSink : struct, IGradientSink<TSink> =>
        VectorWidth.Run(new Kernel<TSink>(chunks, panels, true, sink, false, default));

    /// <summary>The same, and the bias.</summary>
    /// <param name="chunks">The sums of every chunk.</param>
    /// <param name="panels">The panels wanted.</param>
    /// <param name="sink">Takes packed offsets; already aimed at the weights.</param>
    /// <param name="biasSink">Takes offsets into the vector; already aimed at the bias.</param>
    public static void Run<TSink>(GradientChunks chunks, PanelRange panels, TSink sink, TSink biasSink)
        where TSink : struct, IGradientSink<TSink> =>
        VectorWidth.Run(new Kernel<TSink>(chunks, panels, true, sink, true, biasSink));

    /// <summary>The bias alone, where the weights' sums need more than adding up.</summary>
    internal static void RunBias<TSink>(GradientChunks chunks, PanelRange panels, TSink biasSink)
        where TSink : struct, IGradientSink<TSink> =>
        VectorWidth.Run(new Kernel<TSink>(chunks, panels, false, default, true, biasSink));

    private readonly struct Kernel<TSink>(
        GradientChunks chunks, PanelRange panels, bool hasWeights, TSink sink, bool hasBias, TSink biasSink) : IKernel
        where TSink : struct, IGradientSink<TSink>
    {
        public void Run<TInstructions, TVector>()
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            for (int i = panels.First; i < panels.First + panels.Count; i++)
            {
                if (hasWeights)
                {
                    GradientPanel panel = chunks.Panel(i);
                    Add<TInstructions, TVector>(chunks.Data + panel.Offset, panel.Offset, (nint)panel.Width * chunks.Inputs, sink);
                }

                nint column = (nint)i * 2 * TInstructions.Count;
                if (hasBias && column < chunks.Outputs)
                {
                    nint width = Math.Min(2 * TInstructions.Count, PanelLayout.RoundUp(chunks.Outputs) - column);
                    Add<TInstructions, TVector>(chunks.Data + chunks.BiasOffset + column, column, width, biasSink);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Add<TInstructions, TVector>(float* first, nint offset, nint length, TSink target)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            nint stride = chunks.Stride, end = chunks.Count * stride;
            for (nint i = 0; i < length; i += TInstructions.Count)
            {
                TVector sum = TInstructions.Load(first + i);
                for (nint chunk = stride; chunk < end; chunk += stride)
                {
                    sum = TInstructions.Add(sum, TInstructions.Load(first + i + chunk));
                }

                target.Apply<TInstructions, TVector>(sum, offset + i);
            }
        }
    }
}
