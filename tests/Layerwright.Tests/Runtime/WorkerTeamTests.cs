using System.Diagnostics;
using Layerwright.Runtime;

namespace Layerwright.Tests.Runtime;

/// <summary>Alone in the process while they run: the team is shared by all, and who finds it busy works alone.</summary>
[Collection(nameof(WorkerTeamTests))]
[CollectionDefinition(nameof(WorkerTeamTests), DisableParallelization = true)]
public class WorkerTeamTests
{
    /// <summary>What a test before this one did to the team's trust in sharing is no matter here.</summary>
    public WorkerTeamTests() => WorkerTeam.Forget();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 3)]
    [InlineData(2, 2)]
    [InlineData(100, 1)]
    [InlineData(100, 2)]
    [InlineData(100, 3)]
    [InlineData(100, 5)]
    public void Every_piece_is_done_exactly_once(int count, int threads)
    {
        for (int repeat = 0; repeat < 200; repeat++)
        {
            int[] done = new int[count], inside = new int[threads];
            Job job = new((index, worker) =>
            {
                Assert.Equal(1, Interlocked.Increment(ref inside[worker]));
                Interlocked.Increment(ref done[index]);
                Interlocked.Decrement(ref inside[worker]);
            });

            WorkerTeam.Run(job, count, threads);

            Assert.All(done, times => Assert.Equal(1, times));
        }
    }

    [Fact]
    public void Two_threads_work_side_by_side()
    {
        using Barrier meeting = new(2);
        bool[] met = new bool[2];
        WorkerTeam.Forget();
        WorkerTeam.Run(new Job((index, _) => met[index] = meeting.SignalAndWait(TimeSpan.FromSeconds(20))), 2, 2);
        Assert.Equal([true, true], met);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void An_exception_reaches_the_caller_and_the_team_goes_on(int threads)
    {
        for (int repeat = 0; repeat < 50; repeat++)
        {
            InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(() => WorkerTeam.Run(
                new Job((index, _) => throw new InvalidOperationException($"piece {index}")), 10, threads));
            Assert.StartsWith("piece", thrown.Message, StringComparison.Ordinal);

            int done = 0;
            WorkerTeam.Run(new Job((_, _) => Interlocked.Increment(ref done)), 10, threads);
            Assert.Equal(10, done);
        }
    }

    [Fact]
    public void A_job_within_a_job_is_done_by_its_caller()
    {
        int done = 0;
        WorkerTeam.Run(
            new Job((_, _) =>
            {
                int caller = Environment.CurrentManagedThreadId;
                WorkerTeam.Run(
                    new Job((_, worker) =>
                    {
                        Assert.Equal(caller, Environment.CurrentManagedThreadId);
                        Assert.Equal(0, worker);
                        Interlocked.Increment(ref done);
                    }),
                    5,
                    3);
            }),
            4,
            2);
        Assert.Equal(20, done);
    }

    [Fact]
    public void Callers_at_the_same_time_all_get_their_work_done()
    {
        int[] done = new int[4];
        Thread[] callers = [.. Enumerable.Range(0, 4).Select(caller => new Thread(() =>
        {
            for (int repeat = 0; repeat < 500; repeat++)
            {
                WorkerTeam.Run(new Job((_, _) => Interlocked.Increment(ref done[caller])), 7, 3);
            }
        }))];
        Array.ForEach(callers, caller => caller.Start());
        Array.ForEach(callers, caller => caller.Join());
        Assert.All(done, pieces => Assert.Equal(3500, pieces));
    }

    [Fact]
    public void Running_a_job_allocates_nothing_on_any_thread()
    {
        Job job = new((_, _) => { });
        WorkerTeam.Prepare(3);

        Assert.Equal(0, TeamAllocations.Fewest(() => WorkerTeam.Run(job, 8, 3), calls: 300, threads: 3));
    }

    /// <summary>Per thread, so that the run time's own work does not count; over a second, so that a worker that spins gets its
    /// share of the processor from the busiest machine.</summary>
    [Fact]
    public void An_idle_team_takes_no_processor_time()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Threads' times are read from /proc.");
        WorkerTeam.Run(new Job((_, _) => { }), 8, 3);
        Thread.Sleep(50);

        Dictionary<string, double> before = ThreadTimes.OfWorkers();
        Thread.Sleep(1000);
        Dictionary<string, double> after = ThreadTimes.OfWorkers();

        Assert.InRange(before.Count, 2, int.MaxValue);
        Assert.All(before, thread => Assert.InRange(after[thread.Key] - thread.Value, 0, 20));
    }

    [Fact]
    public void The_time_of_a_thread_that_spins_shows()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Threads' times are read from /proc.");
        Dictionary<string, double> before = ThreadTimes.OfWorkers();
        var spun = Stopwatch.StartNew();
        bool spins = true;
        WorkerTeam.Run(
            new Job((_, _) =>
            {
                while (Volatile.Read(ref spins))
                {
                    Volatile.Write(ref spins, spun.ElapsedMilliseconds < 1000);
                }
            }),
            3,
            3);

        Assert.Contains(ThreadTimes.OfWorkers(), thread => thread.Value - before.GetValueOrDefault(thread.Key) > 20);
    }

    [Fact]
    public void A_caller_that_a_worker_kept_waiting_goes_on_alone_for_a_while()
    {
        using SemaphoreSlim taken = new(0);
        Job unequal = new((_, worker) =>
        {
            if (worker == 0)
            {
                Assert.True(taken.Wait(TimeSpan.FromSeconds(20)));
            }
            else
            {
                taken.Release(2);
                Thread.Sleep(2000);
            }
        });

        WorkerTeam.Run(unequal, 2, 2);
        bool[] isWorker = new bool[100];
        WorkerTeam.Run(new Job((index, worker) => isWorker[index] = worker != 0), isWorker.Length, 2);

        Assert.DoesNotContain(true, isWorker);
    }

    [Fact]
    public void Parked_workers_wake_for_the_next_job()
    {
        for (int repeat = 0; repeat < 20; repeat++)
        {
            Thread.Sleep(5);
            Two_threads_work_side_by_side();
        }
    }

    private sealed class Job(Action<int, int> execute) : IJob
    {
        public void Execute(int index, int worker) => execute(index, worker);
    }
}
