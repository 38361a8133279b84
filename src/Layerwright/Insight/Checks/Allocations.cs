namespace Layerwright;

/// <summary>Counts what a piece of work allocates on its thread once it has run before.</summary>
internal static class Allocations
{
    private const int Rounds = 3;

    /// <summary>The fewest bytes of a round: what the run time itself allocates now and then is in no more than one.</summary>
    public static long Least(Action work)
    {
        work();
        work();
        long least = long.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
