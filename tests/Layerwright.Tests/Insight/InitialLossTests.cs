namespace Layerwright.Tests.Insight;

public class InitialLossTests
{
    [Theory]
    [InlineData(2.08)]
    [InlineData(2.303)]
    [InlineData(2.52)]
    [InlineData(2.99)]
    public void A_first_loss_near_the_logarithm_of_the_classes_is_healthy(double loss) =>
        Assert.Empty(Of(MadeRecord.Healthy() with { InitialLoss = loss }));

    [Theory]
    [InlineData(3.0)]
    [InlineData(80.0)]
    [InlineData(double.NaN)]
    public void A_first_loss_far_above_it_is_a_warning(double loss)
    {
        Finding finding = Assert.Single(Of(MadeRecord.Healthy() with { InitialLoss = loss }));

        Assert.Equal(("LW7002", FindingSeverity.Warning, "LW3007", 1, 0L), (finding.Id, finding.Severity, finding.StaticRule, finding.Epoch, finding.Step));
        Assert.Contains("2.072 to 2.993", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_first_loss_below_it_is_a_note_since_networks_may_have_been_trained_before() =>
        Assert.Equal(FindingSeverity.Note, Assert.Single(Of(MadeRecord.Healthy() with { InitialLoss = 2.07 })).Severity);

    [Fact]
    public void Nothing_is_said_where_no_loss_is_expected()
    {
        Assert.Empty(Of(MadeRecord.Healthy() with { InitialLoss = 80, ExpectedLoss = null }));
        Assert.Empty(Of(MadeRecord.Healthy() with { InitialLoss = null }));
    }

    private static IEnumerable<Finding> Of(TrainingRecord record) => new InitialLoss().Examine(record);
}
