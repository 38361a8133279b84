using System.Diagnostics;
using Layerwright.Runtime;

namespace Layerwright.Tests.Runtime;

public class SharingRecordTests
{
    /// <summary>More than a trial may cost.</summary>
    private static readonly long Loss = Stopwatch.Frequency / 2000, Job = Loss;

    /// <summary>More than the record remembers.</summary>
    private static readonly long Long = Stopwatch.Frequency / 100;

    /// <summary>Half of what a trial may cost.</summary>
    private static readonly long Waking = Stopwatch.Frequency / 20_000;

    private readonly SharingRecord _record = new();
    private long _now;

    [Fact]
    public void Sharing_goes_on_while_it_pays()
    {
        for (int job = 0; job < 1000; job++)
        {
            Assert.True(_record.AdvisesSharing(_now));
            Share(own: 2, worked: Job, took: (2 * Job) - 1);
        }
    }

    [Fact]
    public void A_caller_that_found_nothing_left_has_lost_its_time()
    {
        Share(own: 0, worked: 0, took: Loss);
        Assert.False(_record.AdvisesSharing(_now));
    }

    [Fact]
    public void Waking_a_worker_is_no_loss_unless_it_is_for_nothing_again_and_again()
    {
        for (int job = 0; job < 2; job++)
        {
            Share(own: 4, worked: Waking, took: 2 * Waking);
            Assert.True(_record.AdvisesSharing(_now));
        }

        Share(own: 4, worked: Waking, took: 2 * Waking);
        Assert.False(_record.AdvisesSharing(_now));
    }

    [Fact]
    public void What_calling_the_others_takes_counts()
    {
        Share(own: 4, worked: Job, took: 2 * Job);
        Assert.False(_record.AdvisesSharing(_now));
    }

    [Fact]
    public void A_loss_is_worked_off_alone_twice_as_long_after_each_further_one()
    {
        long[] alone = [.. Enumerable.Range(0, 12).Select(_ => TimeAloneAfterALoss())];

        Assert.Equal([Loss, 2 * Loss, 4 * Loss, 8 * Loss], alone[..4]);
        Assert.Equal(1024 * Loss, alone[^1]);
    }

    [Fact]
    public void The_longest_time_alone_is_a_second()
    {
        Share(own: 2, worked: Job, took: 10 * Stopwatch.Frequency);

        Assert.False(_record.AdvisesSharing(_now + Stopwatch.Frequency - 1));
        Assert.True(_record.AdvisesSharing(_now + Stopwatch.Frequency));
    }

    [Fact]
    public void A_loss_smaller_than_what_sharing_gained_is_none()
    {
        Share(own: 2, worked: 2 * Loss, took: 2 * Loss);
        Share(own: 2, worked: Job, took: (2 * Job) + Loss);
        Assert.True(_record.AdvisesSharing(_now));
    }

    [Fact]
    public void Gains_of_long_ago_do_not_count()
    {
        for (int job = 0; job < 100; job++)
        {
            Share(own: 2, worked: Long, took: Long);
        }

        Share(own: 2, worked: Long, took: 3 * Long);
        Assert.False(_record.AdvisesSharing(_now));
    }

    [Fact]
    public void Each_gain_buys_half_of_the_lost_trust_back()
    {
        Assert.Equal([Loss, 2 * Loss, 4 * Loss], [TimeAloneAfterALoss(), TimeAloneAfterALoss(), TimeAloneAfterALoss()]);
        Share(own: 2, worked: Long, took: Long);
        Share(own: 2, worked: Long, took: Long);
        Assert.Equal(2 * Loss, TimeAloneAfterALoss());
    }

    /// <summary>The time until sharing is advised again; time goes on to there.</summary>
    private long TimeAloneAfterALoss()
    {
        Share(own: 2, worked: Job, took: (2 * Job) + Loss);
        long lost = _now;
        Assert.False(_record.AdvisesSharing(_now));
        while (!_record.AdvisesSharing(_now))
        {
            _now += Loss;
        }

        return _now - lost;
    }

    private void Share(int own, long worked, long took)
    {
        _now += took;
        _record.Note(pieces: 4, own, worked, took, _now);
    }
}
