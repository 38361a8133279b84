using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>Gradients of packed weights, summed over the whole batch and handed to the sink from registers.</summary>
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
        VectorWidth.Run(new Kernel<TSink>(rows, input, outputGradient, panels, sink));

    private readonly struct Kernel<TSink>(int rows, Tensor input, Tensor outputGradient, PanelRange panels, TSink sink) : IKernel
        where TSink : struct, IGradientSink<TSink>
    {
        public void Run<TInstructions, TVector>()
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            nint width = 2 * TInstructions.Count;
            for (nint panel = panels.First; panel < panels.First + panels.Count; panel++)
            {
                nint column = panel * width, offset = column * input.Columns;
                if (column + TInstructions.Count < outputGradient.Columns)
                {
                    GradientTarget<TSink> target = new(offset, width, sink);
                    Tile<TInstructions, TVector>.Column<Two, GradientTarget<TSink>>(
                        input.Columns, input.Data, 1, input.Stride, outputGradient.Data + column, outputGradient.Stride, rows, target);
                }
                else
                {
                    GradientTarget<TSink> target = new(offset, TInstructions.Count, sink);
                    Tile<TInstructions, TVector>.Column<One, GradientTarget<TSink>>(
                        input.Columns, input.Data, 1, input.Stride, outputGradient.Data + column, outputGradient.Stride, rows, target);
                }
            }
        }
    }
}
