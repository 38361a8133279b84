namespace Layerwright;

/// <summary>Changes a fit's training rows, each by seed, epoch and its own number. Allocates nothing after it is made.</summary>
/// <param name="augmentations">What to do, in this order.</param>
/// <param name="training">What is trained on.</param>
/// <param name="seed">The trainer's.</param>
internal sealed class BatchAugmentation(IReadOnlyList<IAugmentation> augmentations, IBatchSource training, ulong seed)
{
    private readonly float[] _scratch = new float[augmentations.Count > 0 ? training.InputLength : 0];
    private readonly ImageShape? _shape = training.RowShape;

    /// <summary>Changes the rows that a batch was filled with.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="rows">The rows' numbers in the training data.</param>
    /// <param name="epoch">The epoch, from 0, earlier fits included.</param>
    public void Apply(Batch batch, ReadOnlySpan<int> rows, int epoch)
    {
        for (int i = 0; i < augmentations.Count; i++)
        {
            augmentations[i].Apply(new AugmentedBatch(batch.InputValues, rows, _shape, _scratch, seed, (ulong)epoch, i));
        }
    }
}
