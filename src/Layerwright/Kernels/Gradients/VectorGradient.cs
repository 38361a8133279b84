using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Gradients of vectors that are already summed over the batch (γ, β).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class VectorGradient
{
    /// <summary>sink(gradient[n]) for the elements n of some panels.</summary>
    /// <param name="gradient">One padded row, zeros in the padding.</param>
    /// <param name="panels">The panels wanted.</param>
    /// <param name="sink">Takes offsets into the vector; already aimed at the parameter.</param>
    public static void Run<TSink>(Tensor gradient, PanelRange panels, TSink sink)
        where TSink : struct, IGradientSink<TSink> =>
        VectorWidth.Run(new Kernel<TSink>(gradient, panels, sink));

    private readonly struct Kernel<TSink>(Tensor gradient, PanelRange panels, TSink sink) : IKernel
        where TSink : struct, IGradientSink<TSink>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TInstructions, TVector>()
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            nint width = 2 * TInstructions.Count;
            nint end = Math.Min((panels.First + panels.Count) * width, gradient.Columns);
            for (nint column = panels.First * width; column < end; column += TInstructions.Count)
            {
                sink.Apply<TInstructions, TVector>(TInstructions.Load(gradient.Data + column), column);
            }
        }
    }
}
