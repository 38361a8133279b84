namespace Layerwright.Tests.Insight;

/// <summary>What curves of loss and accuracy show.</summary>
public class CurveDiagnosisTests
{
    [Theory]
    [InlineData(0.03, FindingSeverity.Note)]
    [InlineData(0.4, FindingSeverity.Warning)]
    public void Validation_that_rises_for_epochs_while_training_falls_is_overfitting(double rise, FindingSeverity severity)
    {
        TrainingRecord record = Overfitted(rise);

        Assert.Equal(severity, Assert.Single(new Overfitting().Examine(record)).Severity);
        Assert.Empty(new Overfitting().Examine(record with { Epochs = [.. record.Epochs.Take(6)] }));
    }

    [Fact]
    public void More_right_answers_make_up_for_a_higher_loss() =>
        Assert.Empty(new Overfitting().Examine(Overfitted(0.04).WithEpochs(epoch => epoch with { ValidationAccuracy = 0.8 + (0.02 * epoch.Epoch) })));

    [Fact]
    public void Validation_that_rests_is_no_overfitting() =>
        Assert.Empty(new Overfitting().Examine(Overfitted(0.005)));

    [Fact]
    public void Losses_near_zero_may_rise_by_half() => Assert.Empty(new Overfitting().Examine(
        Overfitted(0.03).WithEpochs(epoch => epoch with { ValidationLoss = epoch.ValidationLoss / 4, MeasuredTrainingLoss = epoch.MeasuredTrainingLoss / 4 })));

    [Fact]
    public void Training_that_rises_with_validation_is_no_overfitting() =>
        Assert.Empty(new Overfitting().Examine(Overfitted(0.4).WithEpochs(epoch => epoch with { MeasuredTrainingLoss = epoch.ValidationLoss!.Value - 0.1 })));

    [Fact]
    public void A_loss_at_rest_with_few_right_answers_and_no_gap_is_underfitting()
    {
        Assert.Equal(FindingSeverity.Note, Assert.Single(new Underfitting().Examine(Resting(0.4, 0.39))).Severity);
        Assert.Empty(new Underfitting().Examine(Resting(0.7, 0.69)));
        Assert.Empty(new Underfitting().Examine(Resting(0.5, 0.4)));
        Assert.Empty(new Underfitting().Examine(Resting(0.4, 0.39).WithEpochs(epoch => epoch with { MeasuredTrainingLoss = 1.6 - (0.05 * epoch.Epoch) })));
        Assert.Empty(new Underfitting().Examine(Resting(0.4, 0.39) with { Epochs = [.. Resting(0.4, 0.39).Epochs.Take(5)] }));
    }

    [Theory]
    [InlineData(0.04, true)]
    [InlineData(0.4, false)]
    public void A_loss_that_falls_by_less_than_a_twentieth_is_flat(double fall, bool isFound)
    {
        TrainingRecord record = MadeRecord.Healthy() with { Steps = MadeRecord.Curve(5, step => (2.3 * (1 - (fall * step / 500))) + (0.05 * Math.Sin(step))) };

        var findings = new LossFlat().Examine(record).ToList();

        Assert.Equal(isFound, findings.Count == 1);
        Assert.All(findings, finding => Assert.Equal((FindingSeverity.Warning, "LW5001"), (finding.Severity, finding.StaticRule)));
        Assert.Empty(new LossFlat().Examine(record with { Epochs = [record.Epochs[0]] }));
    }

    [Theory]
    [InlineData(1e-6, "ten times as high")]
    [InlineData(0.3, "a lower learning rate")]
    public void A_flat_loss_is_blamed_on_the_rate_that_updates_show(double ratio, string advice)
    {
        TrainingRecord record = MadeRecord.Healthy().With("Dense1", sample => sample with { UpdateRatio = ratio })
            .With("Dense2", sample => sample with { UpdateRatio = ratio }).With("Dense3", sample => sample with { UpdateRatio = ratio });

        Finding finding = Assert.Single(new LossFlat().Examine(record with { Steps = MadeRecord.Curve(5, _ => 2.3) }));

        Assert.Contains(advice, finding.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_that_was_trained_before_may_rest_at_its_low_loss() =>
        Assert.Empty(new LossFlat().Examine(MadeRecord.Healthy() with { Steps = MadeRecord.Curve(5, _ => 0.2) }));

    [Fact]
    public void Without_an_expected_loss_flatness_is_a_note() => Assert.Equal(
        FindingSeverity.Note,
        Assert.Single(new LossFlat().Examine(MadeRecord.Healthy() with { Steps = MadeRecord.Curve(5, _ => 0.2), ExpectedLoss = null })).Severity);

    [Fact]
    public void A_loss_that_stands_for_epochs_and_falls_then_started_late()
    {
        TrainingRecord record = MadeRecord.Healthy() with { Steps = MadeRecord.Curve(5, step => step < 250 ? 2.3 : 0.3 + (2 * Math.Exp((250 - step) / 40.0))) };

        Finding finding = Assert.Single(Diagnoses.Examine(record));

        Assert.Equal(("LW7014", FindingSeverity.Note), (finding.Id, finding.Severity));
        Assert.Contains("for 250 steps", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_warm_up_and_a_loss_that_never_falls_are_no_late_start()
    {
        TrainingRecord late = MadeRecord.Healthy() with { Steps = MadeRecord.Curve(5, step => step < 250 ? 2.3 : 0.3 + (2 * Math.Exp((250 - step) / 40.0))) };

        Assert.Empty(new LateStart().Examine(late with { Steps = [.. late.Steps.Select(step => step with { LearningRate = step.Step < 240 ? 1e-5f : 1e-3f })] }));
        Assert.Empty(new LateStart().Examine(late with { Steps = MadeRecord.Curve(5, _ => 2.3) }));
    }

    [Theory]
    [InlineData(0.118, 0.6, true)]
    [InlineData(0.08, 0.6, true)]
    [InlineData(0.12, 0.6, false)]
    [InlineData(0.118, 0.19, false)]
    public void Right_answers_in_training_and_guesses_in_validation_do_not_generalise(double validation, double training, bool isFound)
    {
        TrainingRecord record = MadeRecord.Healthy().WithEpochs(epoch => epoch with { ValidationAccuracy = validation, TrainingAccuracy = training });

        Assert.Equal(isFound, Diagnoses.Examine(record).Any(finding => finding is { Id: "LW7015", Severity: FindingSeverity.Warning }));
    }

    [Fact]
    public void Two_classes_cannot_be_twice_as_right_as_a_guess_and_are_judged_half_way() => Assert.Single(new CannotGeneralise().Examine(
        MadeRecord.Healthy().WithEpochs(epoch => epoch with { ValidationAccuracy = 0.51, TrainingAccuracy = 0.9 }) with { ChanceAccuracy = 0.5 }));

    private static TrainingRecord Overfitted(double rise) => MadeRecord.Healthy(12).WithEpochs(epoch => epoch with
    {
        MeasuredTrainingLoss = 1.0 / epoch.Epoch,
        ValidationLoss = epoch.Epoch < 4 ? 2.0 / epoch.Epoch : 0.6 + (rise * (epoch.Epoch - 4)),
        ValidationAccuracy = 0.8,
    });

    private static TrainingRecord Resting(double training, double validation) => MadeRecord.Healthy(9).WithEpochs(epoch => epoch with
    {
        MeasuredTrainingLoss = 1.6,
        TrainingAccuracy = training,
        ValidationLoss = 1.6,
        ValidationAccuracy = validation,
    });
}
