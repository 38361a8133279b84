using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// Gradients of packed weights, and of the bias beside them, summed over the whole batch and handed to the sink from registers.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class WeightGradient
{
    /// <summary>sink(Σᵣ input[r, k] · outputGradient[r, n]) for all inputs k and the outputs n of some panels.</summary>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="input">[rows, inputs]; nothing beyond its columns is read.</param>
    /// <param name="outputGradient">[rows, outputs], padded with zeros.</param>
    /// <param name="panels">The panels wanted.</param>
    /// <param name="sink">Takes packed offsets; already aimed at the parameter.</param>
    public static void Run<TSink>(int rows, Tensor input, Tensor outputGradient, PanelRange panels, TSink sink)
        where TSink : struct, IGradientSink<TSink> =>
        Run(rows, input, outputGradient, panels, sink, false, default);

    /// <summary>
    /// The same, and biasSink(Σᵣ outputGradient[r, n]): each panel's gradient is summed for the bias while it is in the cache for
    /// the weights.
    /// </summary>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="input">[rows, inputs]; nothing beyond its columns is read.</param>
    /// <param name="outputGradient">[rows, outputs], padded with zeros.</param>
    /// <param name="panels">The panels wanted.</param>
    /// <param name="sink">Takes packed offsets; already aimed at the weights.</param>
    /// <param name="biasSink">Takes offsets into the vector; already aimed at the bias.</param>
    public static void Run<TSink>(int rows, Tensor input, Tensor outputGradient, PanelRange panels, TSink sink, TSink biasSink)
        where TSink : struct, IGradientSink<TSink> =>
        Run(rows, input, outputGradient, panels, sink, true, biasSink);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Run<TSink>(int rows, Tensor input, Tensor outputGradient, PanelRange panels, TSink sink, bool hasBias, TSink biasSink)
        where TSink : struct, IGradientSink<TSink>
    {
        if (rows == 1)
        {
            VectorWidth.Run(new RowGradient<TSink>(input, outputGradient, panels, sink, hasBias, biasSink));
        }
        else
        {
            VectorWidth.Run(new Kernel<TSink>(rows, input, outputGradient, panels, sink, hasBias, biasSink));
        }
    }

    private readonly struct Kernel<TSink>(
        int rows, Tensor input, Tensor outputGradient, PanelRange panels, TSink sink, bool hasBias, TSink biasSink) : IKernel
        where TSink : struct, IGradientSink<TSink>
    {
        public void Run<TInstructions, TVector>()
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            nint width = 2 * TInstructions.Count;
            for (nint panel = panels.First; panel < panels.First + panels.Count; panel++)
            {
                nint column = panel * width;
                if (column + TInstructions.Count < outputGradient.Columns)
                {
                    Panel<TInstructions, TVector, Two>(column);
                }
                else
                {
                    Panel<TInstructions, TVector, One>(column);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Panel<TInstructions, TVector, TColumns>(nint column)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
            where TColumns : unmanaged
        {
            float* gradient = outputGradient.Data + column;
            if (hasBias)
            {
                // First: it brings the panel's gradient near.
                BiasGradient<TInstructions, TVector>.Run<TColumns, TSink>(rows, gradient, outputGradient.Stride, column, biasSink);
            }

            GradientTarget<TSink> target = new(column * input.Columns, sizeof(TColumns) * TInstructions.Count, sink);
            Tile<TInstructions, TVector>.Column<TColumns, GradientTarget<TSink>>(
                input.Columns, input.Data, 1, input.Stride, gradient, outputGradient.Stride, rows, target);
        }
    }
}
