namespace Layerwright;

/// <summary>
/// Changes training rows at random on their way into a batch, so that no row is seen twice alike; see
/// <see cref="Trainer{TNetwork}.Augmentation"/>. <see cref="Shift"/>, <see cref="Flip"/> and <see cref="Crop"/> are ready made for images; one
/// of your own for images derives from <see cref="ImageAugmentation"/>.
/// </summary>
/// <remarks>
/// Implementations keep no state that changes, draw from <see cref="AugmentedBatch.Random"/> alone and treat each row by itself: then the
/// seed, the epoch and the row's number decide every bit, whatever the batch size, the number of threads or a resumed fit.
/// </remarks>
public interface IAugmentation
{
    /// <summary>Called when a fit starts. Default: anything will do.</summary>
    /// <param name="training">What is trained on.</param>
    /// <exception cref="ArgumentException">The rows are nothing that this can change.</exception>
    void Check(IBatchSource training)
    {
    }

    /// <summary>Changes a batch's rows in place. Allocates nothing, called once a batch on the thread that fits.</summary>
    /// <param name="batch">The rows, as their source gave them: not normalised yet.</param>
    void Apply(in AugmentedBatch batch);
}
