using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Gradients of biases: sums of the columns, over the whole batch.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class BiasGradient
{
    /// <summary>sink(Σᵣ outputGradient[r, n]) for the outputs n of some panels.</summary>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="outputGradient">[rows, outputs], padded with zeros.</param>
    /// <param name="panels">The panels wanted.</param>
    /// <param name="sink">Takes offsets into the vector; already aimed at the parameter.</param>
    public static void Run<TSink>(int rows, Tensor outputGradient, PanelRange panels, TSink sink)
        where TSink : struct, IGradientSink<TSink> =>
        VectorWidth.Run(new Kernel<TSink>(rows, outputGradient, panels, sink));

    private readonly struct Kernel<TSink>(int rows, Tensor outputGradient, PanelRange panels, TSink sink) : IKernel
        where TSink : struct, IGradientSink<TSink>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TInstructions, TVector>()
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            nint width = 2 * TInstructions.Count, stride = outputGradient.Stride, count = rows;
            nint end = Math.Min((panels.First + panels.Count) * width, outputGradient.Columns);
            for (nint column = panels.First * width; column < end; column += TInstructions.Count)
            {
                // Even and odd rows apart: two sums in flight.
                float* gradient = outputGradient.Data + column;
                TVector even = TInstructions.Zero, odd = even;
                nint row = 0;
                for (; row + 1 < count; row += 2, gradient += 2 * stride)
                {
                    even = TInstructions.Add(even, TInstructions.Load(gradient));
                    odd = TInstructions.Add(odd, TInstructions.Load(gradient + stride));
                }

                if (row < count)
                {
                    even = TInstructions.Add(even, TInstructions.Load(gradient));
                }

                sink.Apply<TInstructions, TVector>(TInstructions.Add(even, odd), column);
            }
        }
    }
}
