using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// Matrix products of a block of rows with packed weights: dense layers, and with transposed weights their input gradients.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Product
{
    /// <summary>Rows whose sums under two panels fill the registers.</summary>
    private const int WideRows = 3;

    /// <summary>output[r, n] = epilogue(Σₖ input[r, k] · weights[k, n]).</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="input">[rows, inputs]; nothing beyond its columns is read.</param>
    /// <param name="weights">Packed weights.</param>
    /// <param name="output">[rows, outputs], padded.</param>
    /// <param name="epilogue">What follows in registers.</param>
    public static void Run<TEpilogue>(int rows, Tensor input, PackedMatrix weights, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue
    {
        if (rows == 1 && weights.Rows != null && !TEpilogue.Keeps)
        {
            VectorWidth.Run(new NarrowRowProduct<TEpilogue>(input.Data, weights, output.Data, epilogue));
        }
        else if (rows == 1)
        {
            VectorWidth.Run(new RowProduct<TEpilogue>(input.Data, weights, output.Data, epilogue));
        }
        else
        {
            Run(rows, input, weights, output, epilogue, default(Unobserved));
        }
    }

    /// <summary>The same, and an observer looks at each panel of the output while it is in the first-level cache.</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="input">[rows, inputs]; nothing beyond its columns is read.</param>
    /// <param name="weights">Packed weights.</param>
    /// <param name="output">[rows, outputs], padded.</param>
    /// <param name="epilogue">What follows in registers.</param>
    /// <param name="observer">Looks at the output, or at what the epilogue kept.</param>
    public static void Run<TEpilogue, TObserver>(
        int rows, Tensor input, PackedMatrix weights, Tensor output, TEpilogue epilogue, TObserver observer)
        where TEpilogue : struct, IEpilogue
        where TObserver : struct, IObserver =>
        VectorWidth.Run(new Kernel<TEpilogue, TObserver>(rows, input, weights, output, epilogue, observer));

    private readonly struct Kernel<TEpilogue, TObserver>(
        int rows, Tensor input, PackedMatrix weights, Tensor output, TEpilogue epilogue, TObserver observer) : IKernel
        where TEpilogue : struct, IEpilogue
        where TObserver : struct, IObserver
    {
        public void Run<TInstructions, TVector>()
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            if (rows == 1)
            {
                new RowProduct<TEpilogue>(input.Data, weights, output.Data, epilogue).Run<TInstructions, TVector>();
                observer.Observe<TInstructions, TVector>(1, 0, weights.Outputs);
            }
            else if (TEpilogue.IsLight)
            {
                Panels<TInstructions, TVector, TEpilogue>(epilogue);
            }
            else
            {
                PanelsThenPass<TInstructions, TVector>();
            }
        }

        private void Panels<TInstructions, TVector, TLink>(TLink link)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
            where TLink : struct, IEpilogue
        {
            for (nint column = 0, end; column < weights.Outputs; column = end)
            {
                end = Panel<TInstructions, TVector, TLink>(column, link);
                observer.Observe<TInstructions, TVector>(rows, column, end);
            }
        }

        /// <summary>A panel at a time, so that the pass finds the block's rows of it in the first-level cache.</summary>
        private void PanelsThenPass<TInstructions, TVector>()
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            for (nint column = 0, end; column < weights.Outputs; column = end)
            {
                end = Panel<TInstructions, TVector, None>(column, default);
                Pass<TInstructions, TVector>.Run(rows, output.Data, output.Stride, output.Data, output.Stride, column, end, epilogue);
                observer.Observe<TInstructions, TVector>(rows, column, end);
            }
        }

        /// <summary>The panel at a column, or two for two or three rows; returns where it ends.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private nint Panel<TInstructions, TVector, TLink>(nint column, TLink link)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
            where TLink : struct, IEpilogue
        {
            float* panel = weights.Data + column * weights.Inputs;
            OutputTarget<TLink> target = new(output.Data + column, output.Stride, 0, column, link);
            if (rows <= WideRows && column + 3 * TInstructions.Count < weights.Outputs)
            {
                if (rows == 2)
                {
                    WideTile<TInstructions, TVector>.Run<Two, OutputTarget<TLink>>(input.Data, input.Stride, panel, weights.Inputs, target);
                }
                else
                {
                    WideTile<TInstructions, TVector>.Run<Three, OutputTarget<TLink>>(input.Data, input.Stride, panel, weights.Inputs, target);
                }

                return Math.Min(column + 4 * TInstructions.Count, weights.Outputs);
            }

            if (column + TInstructions.Count < weights.Outputs)
            {
                Tile<TInstructions, TVector>.Column<Two, OutputTarget<TLink>>(
                    rows, input.Data, input.Stride, 1, panel, 2 * TInstructions.Count, weights.Inputs, target);
            }
            else
            {
                Tile<TInstructions, TVector>.Column<One, OutputTarget<TLink>>(
                    rows, input.Data, input.Stride, 1, panel, TInstructions.Count, weights.Inputs, target);
            }

            return Math.Min(column + 2 * TInstructions.Count, weights.Outputs);
        }
    }
}
