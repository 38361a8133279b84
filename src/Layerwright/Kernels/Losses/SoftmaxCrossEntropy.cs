using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>Softmax and the cross-entropy of its classes, from logits of any size.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class SoftmaxCrossEntropy
{
    /// <summary>Loss of each row, weight · −log softmax(logits)[label], and its gradient weight · scale · (softmax − one-hot).</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="logits">[rows, classes], padded.</param>
    /// <param name="loss">Labels (in range: the caller has looked), weights, and where the losses go.</param>
    /// <param name="gradient">Receives the gradient, padding 0; absent for the loss alone.</param>
    public static void Run(int rows, Tensor logits, in LossBlock loss, Tensor gradient) =>
        VectorWidth.Run(new SoftmaxCrossEntropyKernel(rows, logits, loss, gradient));

    /// <summary>Probabilities instead of the logits, in place; padding 0.</summary>
    public static void Activate(int rows, Tensor logits) => Softmax.Run(rows, logits, logits, default(None));
}
