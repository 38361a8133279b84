using System.Diagnostics;
using Layerwright.Runtime;

namespace Layerwright.Tests.Runtime;

/// <summary>
/// Bytes that the caller and the team's workers allocate. Counted thread by thread: the process's total also has what the test
/// host does meanwhile.
/// </summary>
internal sealed class TeamAllocations : IJob
{
    private const int Rounds = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly long[] _bytes;
    private int _arrived;

    private TeamAllocations(int threads) => _bytes = new long[threads];

    /// <summary>What <paramref name="call"/> allocates on the caller and its first <paramref name="threads"/> − 1 workers.</summary>
    private static long By(Action call, int threads)
    {
        long workers = OfWorkers(threads);
        long own = GC.GetAllocatedBytesForCurrentThread();
        call();
        own = GC.GetAllocatedBytesForCurrentThread() - own;
        return own + OfWorkers(threads) - workers;
    }

    /// <summary>The fewest bytes of some rounds of calls: what happens once (a method compiled) is over after the first.</summary>
    public static long Fewest(Action call, int calls, int threads)
    {
        long fewest = long.MaxValue;
        for (int round = 0; round < Rounds && fewest > 0; round++)
        {
            fewest = Math.Min(fewest, By(Repeated, threads));
        }

        return fewest;

        void Repeated()
        {
            for (int i = 0; i < calls; i++)
            {
                call();
            }
        }
    }

    private static long OfWorkers(int threads)
    {
        // A team that has found sharing slow would leave all pieces to the caller.
        WorkerTeam.Forget();
        var count = new TeamAllocations(threads);
        WorkerTeam.Run(count, threads, threads);
        WorkerTeam.Forget();
        return count._bytes.Skip(1).Sum();
    }

    // No thread takes a second piece before each has one.
    void IJob.Execute(int index, int worker)
    {
        _bytes[worker] = GC.GetAllocatedBytesForCurrentThread();
        Interlocked.Increment(ref _arrived);
        long start = Stopwatch.GetTimestamp();
        while (Volatile.Read(ref _arrived) < _bytes.Length)
        {
            Thread.Yield();
            if (Stopwatch.GetElapsedTime(start) > Patience)
            {
                throw new TimeoutException($"{_arrived} of {_bytes.Length} threads came to be counted");
            }
        }
    }
}
