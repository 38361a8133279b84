using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Mean over rows and outputs of (output − target)².</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MeanSquaredError
{
    /// <summary>
    /// Loss of each row, weight · mean of the squares, and its gradient weight · scale · 2 · (output − target) / outputs.
    /// </summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="outputs">[rows, outputs], padded.</param>
    /// <param name="loss">Targets, weights, and where the losses go.</param>
    /// <param name="gradient">Receives the gradient, padding 0; absent for the loss alone.</param>
    public static void Run(int rows, Tensor outputs, in LossBlock loss, Tensor gradient) =>
        VectorWidth.Run(new PointwiseLossKernel<Square>(rows, outputs, loss, gradient, default));

    private readonly struct Square : IPointwiseLoss
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Loss<TInstructions, TVector>(TVector output, TVector target)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            TVector difference = TInstructions.Subtract(output, target);
            return TInstructions.Multiply(difference, difference);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Derivative<TInstructions, TVector>(TVector output, TVector target)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            TVector difference = TInstructions.Subtract(output, target);
            return TInstructions.Add(difference, difference);
        }
    }
}
