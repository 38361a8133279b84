using System.Diagnostics;

namespace Layerwright.Runtime;

/// <summary>
/// The process's background threads. A caller shares a job's pieces with them, taken one by one by whoever is free; a caller
/// that finds the team at work (another thread's job, or a job within a job) does all its pieces itself.
/// </summary>
/// <remarks>
/// Idle workers spin for some microseconds, because the next segment of a training step follows at once, and then park.
/// Running a job allocates nothing; threads start when first asked for. Where another process takes a worker's core away so that
/// sharing costs more than it gives, the caller works alone for a while.
/// </remarks>
internal static class WorkerTeam
{
    private static readonly Lock Growth = new();
    private static readonly Assignment Current = new();
    private static SharingRecord record = new();
    private static Worker[] workers = [];
    private static int isBusy;

    /// <summary>Starts the threads that jobs on <paramref name="threads"/> threads need, so that running them allocates nothing.</summary>
    public static void Prepare(int threads)
    {
        lock (Growth)
        {
            Worker[] grown = new Worker[Math.Max(workers.Length, threads - 1)];
            for (int i = 0; i < grown.Length; i++)
            {
                grown[i] = i < workers.Length ? workers[i] : new Worker(i + 1, Current);
            }

            Volatile.Write(ref workers, grown);
        }
    }

    /// <summary>Executes the pieces 0 … count − 1 of a job, each once, and returns when all are done.</summary>
    /// <param name="job">The job.</param>
    /// <param name="count">Number of pieces.</param>
    /// <param name="threads">Most threads at work, the caller's among them.</param>
    /// <param name="trifles">How many of the last pieces are so much less work than the others that nothing is learnt from who did them.</param>
    /// <remarks>The first exception of a piece is rethrown here when the pieces under way have ended; the others are not begun.</remarks>
    public static void Run(IJob job, int count, int threads, int trifles = 0)
    {
        threads = Math.Min(threads, count);
        if (threads <= 1 || Interlocked.Exchange(ref isBusy, 1) != 0)
        {
            RunAlone(job, count);
            return;
        }

        try
        {
            long now = Stopwatch.GetTimestamp();
            if (record.AdvisesSharing(now))
            {
                Share(job, count, trifles, threads, now);
            }
            else
            {
                RunAlone(job, count);
            }
        }
        finally
        {
            Volatile.Write(ref isBusy, 0);
        }
    }

    /// <summary>Forgets whether sharing has paid: for tests, whose jobs may have been unequal by intent.</summary>
    internal static void Forget() => record = new();

    private static void RunAlone(IJob job, int count)
    {
        for (int index = 0; index < count; index++)
        {
            job.Execute(index, 0);
        }
    }

    private static void Share(IJob job, int count, int trifles, int threads, long begun)
    {
        if (Volatile.Read(ref workers).Length < threads - 1)
        {
            Prepare(threads);
        }

        Current.Publish(job, count, count - trifles, threads);
        for (int i = 0; i < threads - 1; i++)
        {
            workers[i].Wake();
        }

        long called = Stopwatch.GetTimestamp();
        int own = Current.Work(0);
        long worked = Stopwatch.GetTimestamp() - called;
        Current.Finish();
        long ended = Stopwatch.GetTimestamp();
        record.Note(count - trifles, own, worked, ended - begun, ended);
    }
}
