using System.Diagnostics;

namespace Layerwright.Runtime;

/// <summary>One background thread of the team: spins briefly for the next job, then parks until woken.</summary>
#pragma warning disable CA1001 // lives as long as the process: nobody disposes it
internal sealed class Worker
#pragma warning restore CA1001
{
    /// <summary>How long the next job is awaited awake: longer than the gaps within a training step.</summary>
    private static readonly long SpinTicks = Environment.ProcessorCount > 1 ? Stopwatch.Frequency / 20_000 : 0;

    private readonly int _number;
    private readonly Assignment _assignment;

    // A SemaphoreSlim wakes only after two milliseconds where the caller does not give up its core meanwhile; this takes some 40 µs.
    private readonly AutoResetEvent _wake = new(false);
    private int _isParked;

    public Worker(int number, Assignment assignment)
    {
        _number = number;
        _assignment = assignment;
        Thread thread = new(Loop) { IsBackground = true, Name = $"Layerwright worker {number}" };
        thread.Start();
    }

    /// <summary>Called after a job was published.</summary>
    public void Wake()
    {
        if (Volatile.Read(ref _isParked) != 0 && Interlocked.Exchange(ref _isParked, 0) != 0)
        {
            _wake.Set();
        }
    }

    private void Loop()
    {
        int epoch = 0;
        while (true)
        {
            Await(epoch);
            epoch = _assignment.Epoch;
            _assignment.Work(_number);
        }
    }

    private void Await(int epoch)
    {
        long start = Stopwatch.GetTimestamp();
        while (_assignment.Epoch == epoch)
        {
            Thread.SpinWait(10);
            if (Stopwatch.GetTimestamp() - start >= SpinTicks)
            {
                Park(epoch);
                return;
            }
        }
    }

    private void Park(int epoch)
    {
        Interlocked.Exchange(ref _isParked, 1);

        // A job published meanwhile may have looked before the flag was up. If it looked after, its release is on the way.
        if (_assignment.Epoch != epoch && Interlocked.Exchange(ref _isParked, 0) != 0)
        {
            return;
        }

        _wake.WaitOne();
    }
}
