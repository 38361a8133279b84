namespace Layerwright.Tests.Insight;

/// <summary>What gradients and updates of weights show.</summary>
public class GradientDiagnosisTests
{
    [Theory]
    [InlineData(1.1e-4, null)]
    [InlineData(9e-3, null)]
    [InlineData(9e-5, FindingSeverity.Note)]
    [InlineData(1.1e-2, FindingSeverity.Note)]
    [InlineData(9e-6, FindingSeverity.Warning)]
    [InlineData(0.11, FindingSeverity.Warning)]
    public void Updates_are_judged_by_their_size_beside_the_weights(double ratio, FindingSeverity? severity)
    {
        Finding? finding = new UpdateRatio().Examine(MadeRecord.Healthy().With("Dense2", sample => sample with { UpdateRatio = ratio })).SingleOrDefault();

        Assert.Equal(severity, finding?.Severity);
        Assert.True(finding is null or { Layer: "Dense2", StaticRule: "LW5001" });
    }

    [Theory]
    [InlineData(0.012, 0, true)]
    [InlineData(0.012, 0.1, true)]
    [InlineData(0.012, 0.6, false)]
    [InlineData(0.03, 0.6, true)]
    [InlineData(8e-5, 0, true)]
    [InlineData(8e-5, 0.6, false)]
    public void Ratios_that_vary_are_outside_by_more_than_their_luck(double ratio, double spread, bool isFound)
    {
        // Five samples an epoch, each a factor e^spread off to either side.
        TrainingRecord record = MadeRecord.Healthy().With("Dense2", sample => sample with
        {
            UpdateRatio = ratio * Math.Exp(spread * (((sample.Step / MadeRecord.StepsPerSample) % 3) - 1)),
        });

        Assert.Equal(isFound, new UpdateRatio().Examine(record).Any());
    }

    [Fact]
    public void The_first_fifty_updates_do_not_count() => Assert.Empty(
        new UpdateRatio().Examine(MadeRecord.Healthy().With("Dense1", sample => sample with { UpdateRatio = sample.Step < 50 ? 0.5 : 1e-3 })));

    [Fact]
    public void Small_updates_of_what_has_learnt_are_healthy_but_not_large_ones()
    {
        Assert.Empty(new UpdateRatio().Examine(MadeRecord.Healthy().With("Dense1", sample => sample with { UpdateRatio = sample.Step < 150 ? 1e-3 : 1e-6 })));
        Assert.Single(new UpdateRatio().Examine(MadeRecord.Healthy().With("Dense1", sample => sample with { UpdateRatio = sample.Step < 150 ? 1e-3 : 0.5 })));
    }

    [Fact]
    public void The_worst_layer_is_named_and_the_advice_fits_it()
    {
        TrainingRecord record = MadeRecord.Healthy().With("Dense1", sample => sample with { UpdateRatio = 5e-5 }).With("Dense2", sample => sample with { UpdateRatio = 2e-6 });

        Finding finding = Assert.Single(new UpdateRatio().Examine(record));

        Assert.Equal(("Dense2", FindingSeverity.Warning), (finding.Layer, finding.Severity));
        Assert.Contains("Dense1 (5.0e-5), Dense2 (2.0e-6)", finding.Message, StringComparison.Ordinal);
        Assert.Contains("500 times as high", finding.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Layers_on_both_sides_are_not_told_to_move_the_one_rate_up_and_down()
    {
        TrainingRecord record = MadeRecord.Healthy().With("Dense1", sample => sample with { UpdateRatio = 5e-6 }).With("Dense3", sample => sample with { UpdateRatio = 0.2 });

        Finding[] findings = [.. new UpdateRatio().Examine(record)];

        Assert.Equal(["Dense1", "Dense3"], findings.Select(finding => finding.Layer));
        Assert.All(findings, finding => Assert.StartsWith("Try a LearningRateMultiplier for these layers about 200 times as ", finding.Advice, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(5.1e-3, null)]
    [InlineData(49, null)]
    [InlineData(4.9e-3, "LW2003")]
    [InlineData(51, "LW3007")]
    public void Gradients_vanish_or_explode_by_the_ratio_of_first_and_last_weights(double ratio, string? staticRule)
    {
        TrainingRecord record = MadeRecord.Healthy().With("Dense1", sample => sample with { WeightGradientRms = ratio * 1e-2 });

        Finding? finding = new GradientRatio().Examine(record).SingleOrDefault();

        Assert.Equal(staticRule, finding?.StaticRule);
        Assert.True(finding is null or { Layer: "Dense1", Severity: FindingSeverity.Warning });
    }

    [Fact]
    public void The_ratio_is_the_median_of_the_last_hundred_steps()
    {
        TrainingRecord once = MadeRecord.Healthy().With("Dense1", sample => sample with { WeightGradientRms = sample.Step is < 400 or 480 ? 1e-6 : 1e-2 });
        TrainingRecord mostly = MadeRecord.Healthy().With("Dense1", sample => sample with { WeightGradientRms = sample.Step is < 400 or 480 ? 1e-2 : 1e-6 });

        Assert.Empty(new GradientRatio().Examine(once));
        Assert.Single(new GradientRatio().Examine(mostly));
    }

    [Fact]
    public void One_layer_of_weights_has_no_ratio()
    {
        TrainingRecord record = MadeRecord.Healthy();

        Assert.Empty(new GradientRatio().Examine(record with { Layers = [record.Layers[0]] }));
    }
}
