using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Sigmoid and the mean over rows and outputs of its cross-entropy with targets in 0…1, from logits of any size.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class BinaryCrossEntropy
{
    /// <summary>
    /// Loss of each row, weight · mean of −t·log σ(z) − (1 − t)·log(1 − σ(z)), and its gradient weight · scale · (σ(z) − t) / outputs.
    /// </summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="logits">z, [rows, outputs], padded.</param>
    /// <param name="loss">Targets t, weights, and where the losses go.</param>
    /// <param name="gradient">Receives the gradient, padding 0; absent for the loss alone.</param>
    public static void Run(int rows, Tensor logits, in LossBlock loss, Tensor gradient) =>
        VectorWidth.Run(new PointwiseLossKernel<Entropy>(rows, logits, loss, gradient, default));

    /// <summary>Probabilities σ(z) instead of the logits, in place.</summary>
    public static void Activate(int rows, Tensor logits) => Elementwise.Run(rows, logits, logits, default(Sigmoid));

    private readonly struct Entropy : IPointwiseLoss
    {
        /// <summary>max(z, 0) − z·t + log(1 + e^−|z|): no term overflows, none cancels.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Loss<TInstructions, TVector>(TVector output, TVector target)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            TVector negative = TInstructions.Subtract(TInstructions.Zero, TInstructions.Abs(output));
            TVector power = ElementaryFunctions<TInstructions, TVector>.Exp(negative);
            TVector tail = ElementaryFunctions<TInstructions, TVector>.LogOnePlus(power);
            TVector linear = TInstructions.Subtract(TInstructions.Max(TInstructions.Zero, output), TInstructions.Multiply(output, target));
            return TInstructions.Add(linear, tail);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Derivative<TInstructions, TVector>(TVector output, TVector target)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged =>
            TInstructions.Subtract(ElementaryFunctions<TInstructions, TVector>.Sigmoid(output), target);
    }
}
