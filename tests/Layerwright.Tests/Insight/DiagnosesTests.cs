namespace Layerwright.Tests.Insight;

public class DiagnosesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(40)]
    public void A_healthy_record_shows_nothing_however_long_it_is(int epochs) =>
        Assert.Empty(Diagnoses.Examine(MadeRecord.Healthy(epochs)));

    [Fact]
    public void Every_rule_that_needs_a_record_has_its_diagnosis() => Assert.Equal(
        ["LW6001", "LW7002", "LW7006", "LW7007", "LW7008", "LW7009", "LW7010", "LW7011", "LW7012", "LW7013", "LW7014", "LW7015", "LW7017", "LW7017"],
        Diagnoses.All.Select(diagnosis => diagnosis.Id));

    [Fact]
    public void What_explains_a_finding_is_a_diagnosis_too() =>
        Assert.Empty(Diagnoses.All.SelectMany(diagnosis => diagnosis.ExplainedBy).Except(Diagnoses.All.Select(diagnosis => diagnosis.Id)));

    [Fact]
    public void No_two_rules_explain_each_other()
    {
        var pairs = Diagnoses.All.SelectMany(diagnosis => diagnosis.ExplainedBy.Select(cause => (diagnosis.Id, cause))).Where(pair => pair.Id != pair.cause).ToHashSet();

        Assert.DoesNotContain(pairs, pair => pairs.Contains((pair.cause, pair.Id)));
    }

    [Fact]
    public void A_finding_says_when_it_was_found_what_to_try_and_which_rule_has_the_same_cause()
    {
        Finding finding = Assert.Single(Diagnoses.Examine(MadeRecord.Healthy(3).With("ReLU2", sample => sample with { Dead = 0.5 })));

        Assert.Equal(("LW7009", "ReLU2", 3, 300L), (finding.Id, finding.Layer, finding.Epoch, finding.Step));
        Assert.Matches("^LW7009 warning, Dead units: .*ReLU2 \\(50 %\\), 40 % or more\\. Try .* \\(see LW2012\\)$", finding.ToString());
    }

    [Fact]
    public void Figures_are_written_the_same_in_every_culture()
    {
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("de-DE");
            TrainingRecord record = MadeRecord.Healthy().With("Dense1", sample => sample with { UpdateRatio = 2.5e-5 }) with { InputMean = 2.5 };

            Assert.Contains("2.5e-5", Diagnoses.Examine(record)[0].Message, StringComparison.Ordinal);
            Assert.Contains("mean 2.5,", Diagnoses.Examine(record)[1].Message, StringComparison.Ordinal);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Figures_that_are_not_finite_any_more_show_nothing_of_their_own(double figure)
    {
        TrainingRecord record = MadeRecord.Healthy();
        foreach (string layer in record.Layers.Select(layer => layer.Name))
        {
            record = record.With(layer, sample => sample.Step < 400
                ? sample
                : sample with { Mean = figure, Deviation = figure, UpdateRatio = figure, WeightGradientRms = figure, Saturated = figure, OneSignUnits = figure });
        }

        Assert.Empty(Diagnoses.Examine(record with { Steps = MadeRecord.Curve(5, step => step < 400 ? 2.3 - (step * 4e-3) : figure) }));
    }

    [Fact]
    public void Dead_units_explain_gradients_that_vanish_and_weights_that_stand_still()
    {
        TrainingRecord record = MadeRecord.Healthy()
            .With("ReLU1", sample => sample with { Dead = 1, Mean = 0, Deviation = 0 })
            .With("Dense1", sample => sample with { WeightGradientRms = 0, UpdateRatio = 0 })
            with { Steps = MadeRecord.Curve(5, _ => 2.3) };

        Assert.Equal("LW7009", Assert.Single(Diagnoses.Examine(record)).Id);
    }

    [Fact]
    public void Raw_inputs_explain_a_high_first_loss() => Assert.Equal(
        "LW6001",
        Assert.Single(Diagnoses.Examine(MadeRecord.Healthy() with { InputMean = 73, InputDeviation = 90, InitialLoss = 30 })).Id);
}
