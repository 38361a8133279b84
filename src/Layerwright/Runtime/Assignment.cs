using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Layerwright.Runtime;

/// <summary>The job that the team is at, and its tickets.</summary>
internal sealed class Assignment
{
    /// <summary>A ticket number that no job reaches: nothing to take.</summary>
    private const int Closed = int.MaxValue;

    private Shared _shared = new() { Tickets = Closed };
    private IJob? _job;
    private int _count;
    private int _counted;
    private int _threads;
    private Exception? _failure;

    /// <summary>Changes with every job.</summary>
    public int Epoch => EpochOf(Volatile.Read(ref _shared.Tickets));

    /// <summary>Offers a job to the workers.</summary>
    public void Publish(IJob job, int count, int counted, int threads)
    {
        // First close under a new epoch: a straggler that still holds the last one can then take nothing of the new job.
        long epoch = (uint)EpochOf(_shared.Tickets) + 1L;
        Volatile.Write(ref _shared.Tickets, (epoch << 32) | Closed);
        _job = job;
        _count = count;
        _counted = counted;
        _threads = threads;
        _failure = null;
        _shared.Done = 0;
        Interlocked.Exchange(ref _shared.Tickets, (epoch + 1) << 32);
    }

    /// <summary>Takes pieces until none is left; how many of those that count they were.</summary>
    public int Work(int worker)
    {
        int done = 0;
        long tickets = Volatile.Read(ref _shared.Tickets);
        int epoch = EpochOf(tickets);
        while (EpochOf(tickets) == epoch && (int)tickets != Closed)
        {
            IJob? job = _job;
            int count = _count;
            int index = (int)tickets;
            if (worker >= _threads || index >= count)
            {
                return done;
            }

            // Success proves that job and count belong to this epoch: they change only after it has been closed.
            long seen = Interlocked.CompareExchange(ref _shared.Tickets, tickets + 1, tickets);
            if (seen != tickets)
            {
                tickets = seen;
                continue;
            }

            Execute(job!, index, worker);
            Interlocked.Increment(ref _shared.Done);
            done += index < _counted ? 1 : 0;
            tickets = Volatile.Read(ref _shared.Tickets);
        }

        return done;
    }

    /// <summary>Waits for the pieces that workers still have, and rethrows the first failure.</summary>
    public void Finish()
    {
        SpinWait wait = default;
        while (Volatile.Read(ref _shared.Done) != _count)
        {
            wait.SpinOnce(sleep1Threshold: -1);
        }

        _job = null;
        if (_failure is { } failure)
        {
            _failure = null;
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    private static int EpochOf(long tickets) => (int)(tickets >> 32);

    private void Execute(IJob job, int index, int worker)
    {
        if (Volatile.Read(ref _failure) is not null)
        {
            return;
        }

        try
        {
            job.Execute(index, worker);
        }
#pragma warning disable CA1031 // whatever it is, it is rethrown on the caller's thread
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Interlocked.CompareExchange(ref _failure, exception, null);
        }
    }

    /// <summary>What all threads write, each on a cache line of its own.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 192)]
    private struct Shared
    {
        /// <summary>Epoch in the upper half, next piece in the lower.</summary>
        [FieldOffset(64)]
        public long Tickets;

        /// <summary>Pieces that have ended.</summary>
        [FieldOffset(128)]
        public int Done;
    }
}
