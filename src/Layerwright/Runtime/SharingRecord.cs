using System.Diagnostics;

namespace Layerwright.Runtime;

/// <summary>
/// Whether sharing work pays: what shared jobs gained and lost against one thread, as a balance of time. A worker that another process
/// displaces while it holds a piece keeps its caller waiting for milliseconds; a caller in the red goes on alone for as long as it
/// lost, then twice, four times as long, until trials cost next to nothing however short the jobs are.
/// </summary>
/// <remarks>
/// Who does a piece never changes a result, so what this decides shows in time only. The first times alone are short because the first
/// losses are often the compiler's, which the others wait for once.
/// </remarks>
internal sealed class SharingRecord
{
    /// <summary>Times of a loss that are worked alone at most.</summary>
    private const long LargestPenalty = 1024;

    /// <summary>The machine may be free again after so long.</summary>
    private static readonly long LongestAlone = Stopwatch.Frequency;

    /// <summary>Gains beyond two milliseconds are not kept: a machine that was free lately may not be so now.</summary>
    private static readonly long LargestCredit = Stopwatch.Frequency / 500;

    /// <summary>What a trial may cost, since its first job has to wake the worker: a tenth of a millisecond.</summary>
    private static readonly long Grace = Stopwatch.Frequency / 10_000;

    private long _credit = Grace;
    private long _penalty = 1;
    private long _aloneUntil = long.MinValue;

    /// <summary>Whether a job that begins at this time should be shared.</summary>
    public bool AdvisesSharing(long now) => now >= _aloneUntil;

    /// <summary>Takes note of a shared job.</summary>
    /// <param name="pieces">Its pieces.</param>
    /// <param name="own">How many of them the caller did.</param>
    /// <param name="worked">How long the caller took for these.</param>
    /// <param name="took">How long the whole job took, with the calling of others and the wait for them.</param>
    /// <param name="now">When it ended.</param>
    public void Note(int pieces, int own, long worked, long took, long now)
    {
        // A caller that found nothing left did nothing side by side.
        long alone = own > 0 ? worked * pieces / own : 0;
        _credit += alone - took;
        if (_credit < 0)
        {
            _aloneUntil = now + Math.Min(_penalty * (Grace - _credit), LongestAlone);
            _penalty = Math.Min(2 * _penalty, LargestPenalty);
            _credit = Grace;
        }
        else if (_credit > LargestCredit)
        {
            // What sharing earns buys trust back first.
            _credit = _penalty > 1 ? Grace : LargestCredit;
            _penalty = Math.Max(1, _penalty / 2);
        }
    }
}
