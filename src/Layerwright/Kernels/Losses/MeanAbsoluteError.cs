using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Mean over rows and outputs of |output − target|.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MeanAbsoluteError
{
    /// <summary>
    /// Loss of each row, weight · mean of the distances, and its gradient weight · scale · sign(output − target) / outputs, 0 where
    /// they are equal.
    /// </summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="outputs">[rows, outputs], padded.</param>
    /// <param name="loss">Targets, weights, and where the losses go.</param>
    /// <param name="gradient">Receives the gradient, padding 0; absent for the loss alone.</param>
    public static void Run(int rows, Tensor outputs, in LossBlock loss, Tensor gradient) =>
        VectorWidth.Run(new PointwiseLossKernel<Distance>(rows, outputs, loss, gradient, default));

    private readonly struct Distance : IPointwiseLoss
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Loss<TInstructions, TVector>(TVector output, TVector target)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged =>
            TInstructions.Abs(TInstructions.Subtract(output, target));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Derivative<TInstructions, TVector>(TVector output, TVector target)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            TVector below = TInstructions.Select(TInstructions.GreaterThan(target, output), TInstructions.Broadcast(-1f), TInstructions.Zero);
            return TInstructions.Select(TInstructions.GreaterThan(output, target), TInstructions.Broadcast(1f), below);
        }
    }
}
