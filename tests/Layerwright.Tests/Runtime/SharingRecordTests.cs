using Layerwright.Runtime;

namespace Layerwright.Tests.Runtime;

public class SharingRecordTests
{
    private readonly SharingRecord _record = new();

    [Fact]
    public void Sharing_goes_on_while_it_pays()
    {
        for (int job = 0; job < 1000; job++)
        {
            Assert.True(_record.AdvisesSharing());
            _record.Note(pieces: 4, own: 2, worked: 1000, waited: 900);
        }
    }

    [Fact]
    public void A_caller_that_did_everything_itself_has_lost_nothing()
    {
        _record.Note(pieces: 4, own: 4, worked: 1000, waited: 2);
        Assert.True(_record.AdvisesSharing());
    }

    [Fact]
    public void Each_loss_keeps_the_caller_alone_for_longer_up_to_a_bound()
    {
        int[] alone = [.. Enumerable.Range(0, 12).Select(_ => JobsAloneAfterALoss())];

        Assert.Equal([8, 24, 56, 120], alone[..4]);
        Assert.Equal(1024, alone[^1]);
    }

    [Fact]
    public void Trust_returns_with_each_job_that_pays()
    {
        Assert.Equal(8, JobsAloneAfterALoss());
        for (int job = 0; job < 8; job++)
        {
            _record.Note(pieces: 4, own: 2, worked: 1000, waited: 0);
        }

        Assert.Equal(8, JobsAloneAfterALoss());
    }

    private int JobsAloneAfterALoss()
    {
        _record.Note(pieces: 4, own: 2, worked: 1000, waited: 3000);
        int alone = 0;
        while (!_record.AdvisesSharing())
        {
            alone++;
        }

        return alone;
    }
}
