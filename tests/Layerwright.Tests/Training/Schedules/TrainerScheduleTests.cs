namespace Layerwright.Tests.Training.Schedules;

/// <summary>Schedules as a trainer runs them.</summary>
public class TrainerScheduleTests
{
    [Fact]
    public void A_plateau_is_looked_for_on_the_validation_loss_or_else_the_training_loss()
    {
        // The tiny rate improves no loss by a part in ten.
        var schedule = new ReduceOnPlateau { Patience = 1, ReductionFactor = 0.5f, Threshold = 0.1f };
        Assert.Equal([1, 1, 1, 0.5f, 0.5f, 0.25f, 0.25f], Factors(schedule, Samples.Linear(40)));
        Assert.Equal([1, 1, 1, 0.5f, 0.5f, 0.25f, 0.25f], Factors(schedule, null));

        // Training improves all the time, validation on other rows' targets does not.
        Dataset other = Dataset.FromTargets(new float[3 * 8], Enumerable.Repeat(1e3f, 16).ToArray(), 2);
        Assert.Equal(1, Factors(schedule, null, rate: 0.5f)[3]);
        Assert.Equal(0.5f, Factors(schedule, other, rate: 0.5f)[3]);
    }

    [Fact]
    public void A_plateau_after_a_warm_up_is_looked_for_from_its_end_on()
    {
        // Ten steps an epoch: the warm-up ends within the third.
        var plateau = new ReduceOnPlateau { Patience = 0, ReductionFactor = 0.5f, Threshold = 0.1f };
        Assert.Equal([1, 1, 0.5f], Factors(plateau, null)[..3]);
        float[] warmed = Factors(new Warmup(25, plateau), null);
        Assert.Equal((1 / 3f) + (2 / 3f * 9 / 25), warmed[0], 1e-5f);
        Assert.Equal([1, 0.5f, 0.25f], warmed[3..6]);
    }

    [Fact]
    public void A_second_fit_begins_its_schedule_anew()
    {
        var progress = new CollectedProgress();
        var trainer = new Trainer<LinearNet>(new LinearNet(seed: 1), new Sgd(1e-6f))
        {
            Schedule = new ReduceOnPlateau { Patience = 0, Threshold = 0.1f },
        };
        trainer.Fit(Samples.Linear(40), epochs: 3);
        trainer.Fit(Samples.Linear(40), epochs: 1, progress: progress);
        Assert.Equal(1e-6f, progress.Reports[0].LearningRate);
    }

    [Fact]
    public void A_cycle_moves_the_momentum_of_a_fit()
    {
        Dataset data = Samples.Linear(60);
        var cycle = new OneCycle();
        var fitted = new LinearNet(seed: 2);
        new Trainer<LinearNet>(fitted, new Adam(0.05f)) { BatchSize = 20, Shuffle = false, Schedule = cycle }.Fit(data, epochs: 4);

        var stepped = new LinearNet(seed: 2);
        TrainingStep<LinearNet> step = stepped.CreateTrainingStep(20, threads: 1);
        for (int i = 0; i < 12; i++)
        {
            int[] rows = [.. Enumerable.Range(i % 3 * 20, 20)];
            step.LearningRateFactor = cycle.Factor(i, 12, 3);
            step.Step(
                rows.SelectMany(row => data.Input(row).ToArray()).ToArray(),
                rows.SelectMany(row => data.Target(row).ToArray()).ToArray(),
                new Adam(0.05f) { Beta1 = cycle.Momentum(i, 12, 3)!.Value });
        }

        Assert.Equal(Samples.Values(stepped.State), Samples.Values(fitted.State));
    }

    [Fact]
    public void A_cycle_of_momentum_needs_an_optimizer_that_has_one()
    {
        Trainer<LinearNet> Make(Optimizer optimizer, Schedule schedule) => new(new LinearNet(seed: 1), optimizer) { Schedule = schedule };
        Dataset data = Samples.Linear(10);
        Assert.Contains(
            "set CycleMomentum = false",
            Assert.Throws<ArgumentException>(() => Make(new AdaGrad(), new Warmup(2, new OneCycle())).Fit(data)).Message);
        Make(new AdaGrad(), new OneCycle { CycleMomentum = false }).Fit(data, epochs: 1);
        foreach (Optimizer optimizer in new Optimizer[] { new Sgd(), new Adam(), new AdamW(), new RmsProp() })
        {
            Make(optimizer, new OneCycle()).Fit(data, epochs: 1);
        }
    }

    /// <summary>The schedule's factor at the last step of each of seven epochs of ten steps.</summary>
    private static float[] Factors(Schedule schedule, Dataset? validation, float rate = 1e-6f)
    {
        var progress = new CollectedProgress();
        new Trainer<LinearNet>(new LinearNet(seed: 1), new Sgd(rate)) { BatchSize = 4, Schedule = schedule }
            .Fit(Samples.Linear(40), validation, epochs: 7, progress);
        return [.. progress.EpochEnds.Select(report => report.LearningRate / rate)];
    }
}
