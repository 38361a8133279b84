namespace Layerwright.Tests.Insight;

public class InitialLossTests
{
    /// <summary>A network whose first weights are too large for its depth.</summary>
    private static TrainingRecord Loud { get; } = WithGain("Dense2", 8);

    [Theory]
    [InlineData(2.08)]
    [InlineData(2.303)]
    [InlineData(2.52)]
    [InlineData(2.99)]
    public void A_first_loss_near_the_logarithm_of_the_classes_is_healthy(double loss)
    {
        Assert.Empty(Of(MadeRecord.Healthy() with { InitialLoss = loss }));
        Assert.Empty(Of(Loud with { InitialLoss = loss }));
        Assert.Null(InitialLoss.Judge(loss, Math.Log(10)));
    }

    [Theory]
    [InlineData(3.0, FindingSeverity.Note)]
    [InlineData(4.5, FindingSeverity.Note)]
    [InlineData(4.7, FindingSeverity.Warning)]
    [InlineData(80.0, FindingSeverity.Warning)]
    [InlineData(double.NaN, FindingSeverity.Warning)]
    public void A_first_loss_above_it_by_large_weights_is_a_note_and_twice_as_high_a_warning(double loss, FindingSeverity severity)
    {
        Finding finding = Assert.Single(Of(Loud with { InitialLoss = loss }));

        Assert.Equal(("LW7002", severity, "LW3007", 1, 0L), (finding.Id, finding.Severity, finding.StaticRule, finding.Epoch, finding.Step));
        Assert.Contains(" to 2.993", finding.Message, StringComparison.Ordinal);
        Assert.Equal((severity, true), (InitialLoss.Judge(loss, Math.Log(10))!.Severity, InitialLoss.Judge(loss, Math.Log(10))!.Message.Contains("2.072 to 2.993", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_too_large_is_named()
    {
        Assert.EndsWith("; mean squares by the weights of Dense2 (4 ×) those by He's", Assert.Single(Of(Loud with { InitialLoss = 4 })).Message, StringComparison.Ordinal);
        Finding inputs = Assert.Single(Of(MadeRecord.Healthy() with { InitialLoss = 4, InputMean = 0, InputDeviation = 3 }));
        Assert.EndsWith("; inputs have a mean square of 9 for 1", inputs.Message, StringComparison.Ordinal);
        Assert.Equal("LW6001", inputs.StaticRule);
        Assert.Contains("; inputs have a mean square of 9 for 1; mean squares by", Assert.Single(Of(Loud with { InitialLoss = 4, InputDeviation = 3, InputMean = 0 })).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3.0, false)]
    [InlineData(6.8, false)]
    [InlineData(7.0, true)]
    [InlineData(double.PositiveInfinity, true)]
    public void Where_weights_and_inputs_have_their_size_only_three_times_the_expected_loss_is_more_than_luck(double loss, bool isFound)
    {
        foreach (TrainingRecord record in new[] { MadeRecord.Healthy(), WithGain("Dense1", 2.1), Normalised(Loud) })
        {
            Assert.Equal(isFound ? [FindingSeverity.Warning] : [], Of(record with { InitialLoss = loss }).Select(finding => finding.Severity));
        }
    }

    [Fact]
    public void A_first_loss_far_below_it_is_a_note_since_networks_may_have_been_trained_before()
    {
        Assert.Equal(FindingSeverity.Note, Assert.Single(Of(MadeRecord.Healthy() with { InitialLoss = 1.1 })).Severity);
        Assert.Equal(FindingSeverity.Note, InitialLoss.Judge(2.07, Math.Log(10))!.Severity);
    }

    [Theory]
    [InlineData(10, 0.5, 1.65, false)]
    [InlineData(10, 0.5, 1.55, true)]
    [InlineData(10, 5, 1.1, true)]
    [InlineData(1000, 1, 6.15, false)]
    [InlineData(1000, 1, 6.05, true)]
    [InlineData(2, 0.6, 0.1, false)]
    public void The_fewer_classes_and_the_larger_the_first_outputs_the_lower_it_may_be_by_luck(int classes, double deviation, double loss, bool isFound)
    {
        TrainingRecord record = (MadeRecord.Healthy() with { Classes = classes, ExpectedLoss = Math.Log(classes), InitialLoss = loss })
            .With("Dense3", sample => sample with { Deviation = deviation });

        Assert.Equal(isFound, Of(record).Any());
    }

    [Fact]
    public void Nothing_is_said_where_no_loss_is_expected()
    {
        Assert.Empty(Of(MadeRecord.Healthy() with { InitialLoss = 80, ExpectedLoss = null }));
        Assert.Empty(Of(MadeRecord.Healthy() with { InitialLoss = null }));
    }

    private static TrainingRecord WithGain(string layer, double gain)
    {
        TrainingRecord record = MadeRecord.Healthy();
        return record with { Layers = [.. record.Layers.Select(one => one.Name == layer ? one with { StartGain = gain } : one)] };
    }

    /// <summary>The same with a normalisation in the place of its activations: the scale of weights before it is cancelled.</summary>
    private static TrainingRecord Normalised(TrainingRecord record) =>
        record with { Layers = [.. record.Layers.Select(layer => layer.Kind == "ReLU" ? layer with { IsNormalization = true } : layer)] };

    private static IEnumerable<Finding> Of(TrainingRecord record) => new InitialLoss().Examine(record);
}
