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
    [InlineData(3.0, FindingSeverity.Note)]
    [InlineData(4.5, FindingSeverity.Note)]
    [InlineData(4.7, FindingSeverity.Warning)]
    [InlineData(80.0, FindingSeverity.Warning)]
    [InlineData(double.NaN, FindingSeverity.Warning)]
    public void A_first_loss_above_it_is_a_note_and_twice_as_high_a_warning(double loss, FindingSeverity severity)
    {
        Finding finding = Assert.Single(Of(MadeRecord.Healthy() with { InitialLoss = loss }));

        Assert.Equal(("LW7002", severity, "LW3007", 1, 0L), (finding.Id, finding.Severity, finding.StaticRule, finding.Epoch, finding.Step));
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
