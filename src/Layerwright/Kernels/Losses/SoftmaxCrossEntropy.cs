using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>Softmax and the cross-entropy of its classes, from logits of any size.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class SoftmaxCrossEntropy
{
    /// <summary>
    /// Loss of each row, weight · −Σ a·log softmax(logits), and its gradient weight · scale · (softmax · Σa − a). The coefficients a
    /// are the targets (probabilities, or 1 at the label), smoothed, times the classes' weights. Rows of the ignored label give 0.
    /// </summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="logits">[rows, classes], padded.</param>
    /// <param name="loss">Labels (in range or ignored: the caller has looked) or probabilities, weights, and where the losses go.</param>
    /// <param name="gradient">Receives the gradient, padding 0; absent for the loss alone.</param>
    /// <param name="labelSmoothing">The share of every target that is spread over all classes.</param>
    public static void Run(int rows, Tensor logits, in LossBlock loss, Tensor gradient, float labelSmoothing = 0)
    {
        if (labelSmoothing == 0 && loss.Labels != null)
        {
            VectorWidth.Run(new SoftmaxCrossEntropyKernel(rows, logits, loss, gradient));
        }
        else
        {
            VectorWidth.Run(new SoftTargetKernel(rows, logits, loss, gradient, labelSmoothing));
        }
    }

    /// <summary>Probabilities instead of the logits, in place; padding 0.</summary>
    public static void Activate(int rows, Tensor logits) => Softmax.Run(rows, logits, logits, default(None));
}
