namespace Layerwright;

/// <summary>
/// The loss of a support vector machine for several classes: the sum over the wrong classes of max(0, margin + x[class] − x[label]);
/// the last layer.
/// </summary>
/// <remarks>
/// Input [classes], raw scores. Target: a class number per row, from 0. The mean is over rows; <c>Predict</c> gives the raw scores.
/// The sum is not divided by the classes (Weston and Watkins 1999): PyTorch's multi_margin_loss times their number. Where a margin
/// is met exactly, its slope is 0.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MulticlassHingeAttribute : LayerAttribute
{
    /// <summary>By how much the label's score shall exceed every other, at least 0. Default: 1.</summary>
    public double Margin { get; set; } = 1;

    /// <summary>Sum the squares of what is missing, so that large faults count more. Default: false.</summary>
    public bool Squared { get; set; }
}
