namespace Layerwright.Tests.Insight;

/// <summary>What the layers' activations show.</summary>
public class SignalDiagnosisTests
{
    [Theory]
    [InlineData(10, 1, false)]
    [InlineData(0, 10, false)]
    [InlineData(10.1, 20, true)]
    [InlineData(-10.1, 11, true)]
    [InlineData(0, 10.1, true)]
    public void Inputs_whose_mean_or_deviation_is_beyond_ten_are_not_normalised(double mean, double deviation, bool isFound)
    {
        TrainingRecord record = MadeRecord.Healthy() with { InputMean = mean, InputDeviation = deviation };

        Assert.Equal(isFound, new UnnormalizedInput().Examine(record).Any());
    }

    [Fact]
    public void Inputs_that_a_layer_normalises_first_may_be_anything()
    {
        TrainingRecord record = MadeRecord.Healthy() with { InputMean = 100, InputDeviation = 50 };
        record = record with { Layers = [new("BatchNorm1", "BatchNorm", "784", []) { IsNormalization = true }, .. record.Layers] };

        Assert.Empty(new UnnormalizedInput().Examine(record));
        Assert.Empty(new InputCentring().Examine(record));
    }

    [Theory]
    [InlineData(0.99, false)]
    [InlineData(1.01, true)]
    [InlineData(-1.01, true)]
    public void Inputs_whose_mean_is_larger_than_their_deviation_are_not_centred(double mean, bool isFound)
    {
        var findings = new InputCentring().Examine(MadeRecord.Healthy() with { InputMean = mean }).ToList();

        Assert.Equal(isFound, findings.Count == 1);
        Assert.All(findings, finding => Assert.Equal(("LW6001", null), (finding.StaticRule, finding.Layer)));
    }

    [Theory]
    [InlineData(1.2, 35, "1 of 3 features (the worst, [1], has mean 1.2 and deviation 35)")]
    [InlineData(-12, 0.5, "1 of 3 features (the worst, [1], has mean -12 and deviation 0.5)")]
    [InlineData(10, 10, null)]
    public void A_single_feature_that_is_not_normalised_is_named(double mean, double deviation, string? named)
    {
        TrainingRecord record = MadeRecord.Healthy() with { InputFeatures = [new(0, 1), new(mean, deviation), new(0.1, 1)] };

        Assert.Equal(named is null ? [] : ["LW6001"], Diagnoses.Examine(record).Select(finding => finding.Id).Where(id => id != "LW7017"));
        Assert.All(new UnnormalizedInput().Examine(record), finding => Assert.Contains(named!, finding.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Channels_are_not_features_and_the_worst_is_named_where_all_are_out_too()
    {
        TrainingRecord record = MadeRecord.Healthy() with { InputMean = 40, InputDeviation = 30, InputPositions = 784, InputFeatures = [new(30, 20), new(60, 5), new(1, 1)] };

        Assert.Contains(
            "mean 40 and deviation 30: one of them is beyond 10, by 2 of 3 channels (the worst, [1], has mean 60 and deviation 5)",
            Assert.Single(Diagnoses.Examine(record)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Features_to_either_side_of_zero_are_not_centred_though_they_even_out()
    {
        TrainingRecord large = MadeRecord.Healthy() with { InputFeatures = [new(5, 0.06), new(-5.1, 0.06), new(0, 0.06)] };
        TrainingRecord small = MadeRecord.Healthy() with { InputFeatures = [new(0.5, 0.06), new(-0.5, 0.06)] };
        TrainingRecord one = MadeRecord.Healthy() with { InputFeatures = [new(0, 1), new(2.1, 1), new(0, 1), new(0, 1), new(0, 1), new(0, 1), new(0, 1), new(0, 1)] };

        Assert.Contains("2 of 3 features (the worst, [1], has mean -5.1 and deviation 0.06)", Assert.Single(Diagnoses.Examine(large)).Message, StringComparison.Ordinal);
        Assert.All([large, small, one], record => Assert.Equal(("LW7017", FindingSeverity.Warning), (Assert.Single(Diagnoses.Examine(record)).Id, Diagnoses.Examine(record)[0].Severity)));
    }

    [Fact]
    public void Pixels_whose_means_differ_and_features_that_never_change_are_centred() => Assert.Empty(Diagnoses.Examine(
        MadeRecord.Healthy() with { InputFeatures = [new(-0.8, 0.01), new(1.4, 1.3), new(1, 0.9), new(0.2, 1), new(0.1, 1.2), new(5, 0)] }));

    [Theory]
    [InlineData(0.9, 0.5, 0.2, true)]
    [InlineData(0.4, 0.5, 0.2, true)]
    [InlineData(0.3, 0.5, 0.2, false)]
    [InlineData(0.9, 0.5, 0.3, false)]
    [InlineData(0.9, 0.4, 0.58, false)]
    public void Hidden_layers_are_named_whose_inputs_and_gradients_have_one_sign(double units, double mean, double deviation, bool isFound)
    {
        TrainingRecord record = MadeRecord.Healthy()
            .With("ReLU1", sample => sample with { Mean = mean, Deviation = deviation })
            .With("Dense2", sample => sample with { OneSignUnits = units });

        var findings = new OneSignGradients().Examine(record).ToList();

        Assert.Equal(isFound, findings.Count == 1);
        Assert.All(findings, finding => Assert.Equal(("Dense2", "LW2001", FindingSeverity.Note), (finding.Layer, finding.StaticRule, finding.Severity)));
    }

    [Theory]
    [InlineData(1.1e-3, false)]
    [InlineData(9e-4, true)]
    [InlineData(0, true)]
    public void A_layer_collapses_below_a_thousandth_of_the_first_layers_deviation(double deviation, bool isFound)
    {
        var findings = new ActivationCollapse().Examine(MadeRecord.Healthy().With("Dense2", sample => sample with { Deviation = deviation })).ToList();

        Assert.Equal(isFound, findings.Count == 1);
        Assert.All(findings, finding => Assert.Equal(("Dense2", "LW3006"), (finding.Layer, finding.StaticRule)));
    }

    [Fact]
    public void Weights_that_are_all_zero_are_a_collapse_of_the_first_layer()
    {
        TrainingRecord record = MadeRecord.Healthy().With("Dense1", sample => sample with { Deviation = 0, Weights = new Histogram(0, 0, [100]) })
            .With("ReLU1", sample => sample with { Deviation = 0, Mean = 0, Dead = 1 });

        Finding finding = Assert.Single(Diagnoses.Examine(record));

        Assert.Equal(("LW7007", "Dense1", "LW3005"), (finding.Id, finding.Layer, finding.StaticRule));
    }

    [Fact]
    public void A_branch_that_starts_at_zero_has_not_collapsed_once_it_moves()
    {
        TrainingRecord record = MadeRecord.Healthy(1).With("Dense2", sample => sample with { Deviation = sample.Step * 1e-3 });
        TrainingRecord first = record with { Layers = [.. record.Layers.Select(layer => layer with { Samples = [layer.Samples[0]] })] };

        Assert.Empty(new ActivationCollapse().Examine(record));
        Assert.Empty(new ActivationCollapse().Examine(first));
    }

    [Theory]
    [InlineData(0.5, false)]
    [InlineData(0.51, true)]
    public void Activations_are_saturated_where_more_than_half_lie_at_their_bounds(double share, bool isFound)
    {
        var findings = new Saturation().Examine(MadeRecord.Healthy().With("ReLU1", sample => sample with { Saturated = share })).ToList();

        Assert.Equal(isFound, findings.Count == 1);
        Assert.All(findings, finding => Assert.Equal(("ReLU1", "LW3007"), (finding.Layer, finding.StaticRule)));
    }

    [Fact]
    public void The_last_layer_may_lie_at_its_bounds_as_targets_do() =>
        Assert.Empty(new Saturation().Examine(MadeRecord.Healthy().With("Dense3", sample => sample with { Saturated = 0.95 })));

    [Theory]
    [InlineData(0.19, null)]
    [InlineData(0.2, FindingSeverity.Note)]
    [InlineData(0.39, FindingSeverity.Note)]
    [InlineData(0.4, FindingSeverity.Warning)]
    public void A_fifth_of_dead_units_is_a_note_two_fifths_are_a_warning(double share, FindingSeverity? severity) => Assert.Equal(
        severity,
        new DeadUnits().Examine(MadeRecord.Healthy().With("ReLU2", sample => sample with { Dead = share })).SingleOrDefault()?.Severity);

    [Theory]
    [InlineData(10, 0.4, true)]
    [InlineData(10, 0.3, false)]
    [InlineData(100, 0.37, false)]
    [InlineData(100, 0.39, true)]
    [InlineData(1000, 0.25, false)]
    [InlineData(1000, 0.26, true)]
    [InlineData(10000, 0.22, true)]
    public void The_fewer_units_the_more_of_them_are_dead_by_luck(int units, double share, bool isFound)
    {
        TrainingRecord record = MadeRecord.Healthy().With("ReLU2", sample => sample with { Dead = share });
        record = record with { Layers = [.. record.Layers.Select(layer => layer with { Units = units })] };

        Assert.Equal(isFound, new DeadUnits().Examine(record).Any());
    }

    [Fact]
    public void Units_that_came_to_life_again_are_not_dead() => Assert.Empty(
        new DeadUnits().Examine(MadeRecord.Healthy().With("ReLU2", sample => sample with { Dead = sample.Step < 300 ? 0.9 : 0.1 })));

    [Fact]
    public void The_first_layer_that_is_dead_is_named_and_those_behind_it_with_it()
    {
        TrainingRecord record = MadeRecord.Healthy().With("ReLU1", sample => sample with { Dead = 0.6 }).With("ReLU2", sample => sample with { Dead = 1 });

        Finding finding = Assert.Single(new DeadUnits().Examine(record));

        Assert.Equal("ReLU1", finding.Layer);
        Assert.Contains("ReLU1 (60 %), ReLU2 (100 %)", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dead_layers_stand_with_the_bound_that_they_are_beyond()
    {
        TrainingRecord record = MadeRecord.Healthy().With("ReLU1", sample => sample with { Dead = 0.39 }).With("ReLU2", sample => sample with { Dead = 0.48 });

        Finding finding = Assert.Single(new DeadUnits().Examine(record));

        Assert.Equal(("ReLU2", FindingSeverity.Warning), (finding.Layer, finding.Severity));
        Assert.EndsWith("the units of ReLU2 (48 %), 40 % or more; and of ReLU1 (39 %), 20 % or more", finding.Message, StringComparison.Ordinal);
    }
}
