using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>Sum over the wrong classes of what each lacks of the margin below the label's score, or of its square.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MulticlassHinge
{
    /// <summary>
    /// Loss of each row, weight · Σ max(0, margin + score − score[label]) over the other classes, and its gradient: weight · scale
    /// for each that lacks something, the label's minus their sum. A margin met exactly lacks nothing.
    /// </summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="scores">[rows, classes], padded.</param>
    /// <param name="loss">Labels (in range: the caller has looked), weights, and where the losses go.</param>
    /// <param name="gradient">Receives the gradient, padding 0; absent for the loss alone.</param>
    /// <param name="margin">By how much the label's score shall exceed every other.</param>
    /// <param name="squared">Sum the squares.</param>
    public static void Run(int rows, Tensor scores, in LossBlock loss, Tensor gradient, float margin, bool squared) =>
        VectorWidth.Run(new MulticlassHingeKernel(rows, scores, loss, gradient, margin, squared));
}
