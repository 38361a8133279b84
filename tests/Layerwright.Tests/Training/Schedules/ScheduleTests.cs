namespace Layerwright.Tests.Training.Schedules;

public class ScheduleTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(25, 0.8535533905932737)]
    [InlineData(50, 0.5)]
    [InlineData(75, 0.1464466094067262)]
    [InlineData(100, 0)]
    public void Cosine_decay_is_half_a_cosine_over_the_fit(long step, double expected) =>
        Assert.Equal(expected, new CosineDecay().Factor(step, totalSteps: 100, stepsPerEpoch: 10), 1e-7);

    [Fact]
    public void Cosine_decay_follows_the_recursion_of_CosineAnnealingLR()
    {
        // PyTorch's own chained form: η' = (1 + cos(π(t + 1)/T))/(1 + cos(πt/T))·(η − min) + min.
        var schedule = new CosineDecay { MinimumFactor = 0.1f };
        double rate = 1;
        for (int step = 0; step < 40; step++)
        {
            Assert.Equal(rate, schedule.Factor(step, 40, 7), 1e-6);
            rate = ((1 + Math.Cos(Math.PI * (step + 1) / 40)) / (1 + Math.Cos(Math.PI * step / 40)) * (rate - 0.1)) + 0.1;
        }
    }

    [Fact]
    public void Cosine_decay_over_some_epochs_stays_at_its_minimum_after()
    {
        var schedule = new CosineDecay { Epochs = 2, MinimumFactor = 0.25f };
        Assert.Equal(1, schedule.Factor(0, 100, 10));
        Assert.Equal(0.625f, schedule.Factor(10, 100, 10), 1e-6f);
        Assert.Equal(0.25f, schedule.Factor(20, 100, 10), 1e-6f);
        Assert.Equal(0.25f, schedule.Factor(35, 100, 10), 1e-6f);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(29, 1)]
    [InlineData(30, 0.5)]
    [InlineData(59, 0.5)]
    [InlineData(60, 0.25)]
    [InlineData(99, 0.125)]
    public void Step_decay_multiplies_every_so_many_epochs(long step, float expected) =>
        Assert.Equal(expected, new StepDecay(EveryEpochs: 3, Gamma: 0.5f).Factor(step, totalSteps: 100, stepsPerEpoch: 10));

    [Fact]
    public void A_cycle_of_some_epochs_stays_at_its_end_after()
    {
        var cycle = new OneCycle { Epochs = 2, FinalDivFactor = 4 };
        Assert.Equal(cycle.Factor(7, 20, 10), new OneCycle { FinalDivFactor = 4 }.Factor(7, 20, 10));
        Assert.Equal(0.01f, cycle.Factor(19, 50, 10), 1e-7f);
        Assert.Equal(0.01f, cycle.Factor(40, 50, 10), 1e-7f);
        Assert.Equal(0.95f, cycle.Momentum(40, 50, 10)!.Value, 1e-7f);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    public void A_cycle_of_few_steps_and_of_any_share_has_rates_between_its_ends(long total)
    {
        foreach (float share in new[] { 0f, 0.1f, 0.5f, 1f })
        {
            var cycle = new OneCycle { RisingShare = share };
            Assert.All(
                Enumerable.Range(0, (int)total),
                step =>
                {
                    Assert.InRange(cycle.Factor(step, total, 1), 1 / 250_001f, 1);
                    Assert.InRange(cycle.Momentum(step, total, 1)!.Value, 0.849999f, 0.950001f);
                });
        }
    }

    [Fact]
    public void A_warm_up_longer_than_the_fit_only_rises()
    {
        var schedule = new Warmup(100, new CosineDecay());
        Assert.All(Enumerable.Range(0, 9), step => Assert.True(schedule.Factor(step, 10, 5) < schedule.Factor(step + 1, 10, 5)));
    }

    [Fact]
    public void A_factor_above_1_lets_the_rate_grow()
    {
        Assert.Equal([1, 1.5f, 2.25f], Enumerable.Range(0, 3).Select(epoch => new ExponentialDecay(1.5f).Factor(epoch * 4, 12, 4)));
        Assert.Equal([1, 1, 2, 2, 4], Enumerable.Range(0, 5).Select(epoch => new StepDecay(2, 2).Factor(epoch * 4, 20, 4)));
    }

    [Fact]
    public void Arguments_out_of_their_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new StepDecay(0));
        Assert.Equal("Gamma", Assert.Throws<ArgumentOutOfRangeException>(() => new StepDecay(1, 0)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => new StepDecay(1, float.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StepDecay(1) with { EveryEpochs = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CosineDecay { Epochs = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CosineDecay { MinimumFactor = 1.5f });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CosineDecay { MinimumFactor = float.NaN });
        Check("Gamma", () => new ExponentialDecay(0));
        Check("Gamma", () => new ExponentialDecay(0.9f) with { Gamma = float.PositiveInfinity });
        Check("Gamma", () => new ExponentialDecay(-1.1f));
        Check("Gamma", () => new StepDecay(1, float.PositiveInfinity));
        Check("Epochs", () => new OneCycle { Epochs = 0 });
        Check("RisingShare", () => new OneCycle { RisingShare = 1.1f });
        Check("DivFactor", () => new OneCycle { DivFactor = 0 });
        Check("FinalDivFactor", () => new OneCycle { FinalDivFactor = float.NaN });
        Check("BaseMomentum", () => new OneCycle { BaseMomentum = 1 });
        Check("MaxMomentum", () => new OneCycle { MaxMomentum = -0.1f });
        Check("Steps", () => new Warmup(0));
        Check("ReductionFactor", () => new ReduceOnPlateau { ReductionFactor = 1 });
        Check("ReductionFactor", () => new ReduceOnPlateau { ReductionFactor = 0 });
        Check("Patience", () => new ReduceOnPlateau { Patience = -1 });
        Check("Threshold", () => new ReduceOnPlateau { Threshold = 1 });
        Check("Cooldown", () => new ReduceOnPlateau { Cooldown = -1 });
        Check("MinimumRate", () => new ReduceOnPlateau { MinimumRate = -1 });
        Check("Epsilon", () => new ReduceOnPlateau { Epsilon = float.NaN });

        static void Check(string name, Func<Schedule> make) =>
            Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(make).ParamName);
    }
}
