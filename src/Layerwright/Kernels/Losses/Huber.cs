using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Mean over rows and outputs of e²/2 for |e| below delta, else delta · (|e| − delta/2), where e = output − target.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Huber
{
    /// <summary>
    /// Loss of each row, weight · mean over its outputs, and its gradient weight · scale · (e limited to ±delta) / outputs.
    /// </summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="outputs">[rows, outputs], padded.</param>
    /// <param name="loss">Targets, weights, and where the losses go.</param>
    /// <param name="gradient">Receives the gradient, padding 0; absent for the loss alone.</param>
    /// <param name="delta">Where it turns straight, above 0.</param>
    public static void Run(int rows, Tensor outputs, in LossBlock loss, Tensor gradient, float delta) =>
        VectorWidth.Run(new PointwiseLossKernel<Bend>(rows, outputs, loss, gradient, new(delta)));

    private readonly struct Bend(float delta) : IPointwiseLoss
    {
        /// <summary>c · (|e| − c/2) with c = min(|e|, delta): both pieces in one.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Loss<TInstructions, TVector>(TVector output, TVector target)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            TVector distance = TInstructions.Abs(TInstructions.Subtract(output, target));
            TVector near = TInstructions.Min(TInstructions.Broadcast(delta), distance);
            return TInstructions.Multiply(near, TInstructions.MultiplyAdd(near, TInstructions.Broadcast(-0.5f), distance));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Derivative<TInstructions, TVector>(TVector output, TVector target)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            TVector difference = TInstructions.Subtract(output, target);
            return TInstructions.Min(TInstructions.Broadcast(delta), TInstructions.Max(TInstructions.Broadcast(-delta), difference));
        }
    }
}
