namespace Layerwright;

/// <summary>
/// The loss of a classifier: softmax and cross-entropy, −Σ t·log softmax(x), as one numerically stable step; the last layer.
/// </summary>
/// <remarks>
/// <para>
/// Input [classes], raw scores. Target: a class number per row, from 0, or a probability for each class (t). <c>Forward</c> gives
/// raw scores, <c>Predict</c> probabilities. As PyTorch's cross_entropy, with class weights (<c>TrainingStep.ClassWeights</c>),
/// smoothing and ignored labels in every combination.
/// </para>
/// <para>
/// With labels the mean is over the rows that are not ignored, or, with class weights, the sum divided by their labels' weights;
/// with probabilities it is over the rows. Where nothing is left to divide by, the loss is 0 and there is no gradient.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SoftmaxCrossEntropyAttribute : LayerAttribute
{
    /// <summary>
    /// The share of every target that is spread evenly over all classes, in [0, 1): t becomes (1 − s)·t + s/classes, so that
    /// scores need not grow without end (Szegedy et al. 2016). Default: 0.
    /// </summary>
    public double LabelSmoothing { get; set; }

    /// <summary>
    /// A label, a class or not, whose rows count neither in the loss nor in metrics. Unset unless it is written: then no label is
    /// ignored, and one that is no class throws. With probabilities as targets a class cannot be ignored: that throws, as in PyTorch.
    /// </summary>
    public int IgnoreLabel { get; set; }
}
