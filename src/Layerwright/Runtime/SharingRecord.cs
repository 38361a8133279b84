namespace Layerwright.Runtime;

/// <summary>
/// Whether sharing work has paid lately. A worker that another process displaces while it holds a piece keeps its caller waiting
/// for milliseconds; a caller that has lost time this way goes on alone for a while, longer after each further loss.
/// </summary>
/// <remarks>Who does a piece never changes a result, so what this decides shows in time only.</remarks>
internal sealed class SharingRecord
{
    /// <summary>Jobs done alone after a first loss, and at most: some milliseconds of training steps, and some seconds.</summary>
    private const int FirstPenalty = 8, LargestPenalty = 1024;

    /// <summary>A loss is more than this part: where the caller does all, it has only the clock's grain to wait.</summary>
    private const int Margin = 16;

    private int _penalty;
    private int _alone;

    /// <summary>Whether the next job should be shared; counts it where not.</summary>
    public bool AdvisesSharing()
    {
        if (_alone == 0)
        {
            return true;
        }

        _alone--;
        return false;
    }

    /// <summary>Takes note of a shared job.</summary>
    /// <param name="pieces">Its pieces.</param>
    /// <param name="own">How many of them the caller did.</param>
    /// <param name="worked">How long the caller took for these.</param>
    /// <param name="waited">How long it then waited for the others.</param>
    public void Note(int pieces, int own, long worked, long waited)
    {
        // At its own pace the caller would have taken worked · pieces / own for all.
        long alone = worked * pieces;
        if ((worked + waited) * own > alone + (alone / Margin))
        {
            _penalty = Math.Min(2 * _penalty + FirstPenalty, LargestPenalty);
            _alone = _penalty;
        }
        else if (_penalty > 0)
        {
            _penalty--;
        }
    }
}
