using Layerwright.Runtime;

namespace Layerwright;

/// <summary>Changes each image of a batch by itself. Immutable settings.</summary>
public abstract record ImageAugmentation : IAugmentation
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">
    /// Rows are no images, or labels or targets belong to their pixels, which would no longer be where those say.
    /// </exception>
    public void Check(IBatchSource training)
    {
        ArgumentNullException.ThrowIfNull(training);
        if (training.RowShape is not { } shape)
        {
            throw new ArgumentException($"{GetType().Name} changes images; the rows have no image shape: state rowShape where the data set is made.", nameof(training));
        }

        if (training.LabelsPerRow > 1 || training.TargetLength == shape.Length)
        {
            string belongs = training.LabelsPerRow > 1 ? $"{training.LabelsPerRow} labels" : $"{training.TargetLength} targets";
            throw new ArgumentException(
                $"{GetType().Name} would move the pixels of images of {shape} away from their {belongs}: augment images and targets together, beforehand.",
                nameof(training));
        }

        Check(shape, nameof(training));
    }

    /// <inheritdoc/>
    public void Apply(in AugmentedBatch batch)
    {
        ImageShape shape = batch.Shape ?? throw new ArgumentException($"{GetType().Name} changes images; the rows have no image shape.", nameof(batch));
        for (int i = 0; i < batch.Count; i++)
        {
            AugmentationRandom random = batch.Random(i);
            Apply(batch.Input(i), shape, batch.Scratch, ref random);
        }
    }

    /// <summary>Checks that images of a shape can be changed. Default: all can.</summary>
    /// <param name="shape">The images' shape.</param>
    /// <param name="argument">The argument to name.</param>
    /// <exception cref="ArgumentException">They cannot.</exception>
    protected virtual void Check(ImageShape shape, string argument)
    {
    }

    /// <summary>Changes one image in place.</summary>
    /// <param name="image">Its numbers, in the shape's layout.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="scratch">Room for one image.</param>
    /// <param name="random">What decides how.</param>
    protected abstract void Apply(Span<float> image, ImageShape shape, Span<float> scratch, ref AugmentationRandom random);

    /// <summary>Its settings, the same in every culture.</summary>
    public sealed override string ToString() => RecordText.Write(GetType().Name, PrintMembers);
}
