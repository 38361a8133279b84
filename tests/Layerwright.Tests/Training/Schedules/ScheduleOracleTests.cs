namespace Layerwright.Tests.Training.Schedules;

/// <summary>Schedules against torch.optim.lr_scheduler, step by step, as a fit asks them.</summary>
public class ScheduleOracleTests
{
    private static readonly Dictionary<string, Schedule> s_schedules = new()
    {
        ["cosine"] = new CosineDecay(),
        ["cosine_to_a_minimum"] = new CosineDecay { MinimumFactor = 0.1f },
        ["step"] = new StepDecay(3, 0.5f),
        ["exponential"] = new ExponentialDecay(0.9f),
        ["one_cycle"] = new OneCycle(),
        ["one_cycle_adam"] = new OneCycle(),
        ["one_cycle_short"] = new OneCycle(),
        ["one_cycle_of_its_own"] = new OneCycle
        {
            RisingShare = 0.45f,
            DivFactor = 10,
            FinalDivFactor = 100,
            BaseMomentum = 0.7f,
            MaxMomentum = 0.9f,
        },
        ["one_cycle_without_momentum"] = new OneCycle { CycleMomentum = false },
        ["warmup_to_a_constant"] = new Warmup(6),
        ["warmup_cosine"] = new Warmup(6, new CosineDecay()),
        ["warmup_exponential"] = new Warmup(5, new ExponentialDecay(0.8f)),
        ["warmup_one_cycle"] = new Warmup(5, new OneCycle()),
        ["plateau"] = new ReduceOnPlateau(),
        ["plateau_impatient"] = new ReduceOnPlateau { Patience = 2, ReductionFactor = 0.5f },
        ["plateau_cooldown"] = new ReduceOnPlateau { Patience = 1, ReductionFactor = 0.5f, Cooldown = 4, MinimumRate = 0.03f },
        ["plateau_threshold"] = new ReduceOnPlateau { Patience = 0, ReductionFactor = 0.3f, Threshold = 0.3f, Epsilon = 0.01f },
    };

    public static TheoryData<string> Cases => [.. ScheduleCase.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Rates_and_momenta_are_PyTorchs(string name)
    {
        ScheduleCase expected = ScheduleCase.All[name];
        int steps = expected.Rates.Length;
        var run = new ScheduleRun(s_schedules[name], new Sgd(expected.Rate), steps, expected.StepsPerEpoch);
        for (int step = 0; step < steps; step++)
        {
            Assert.Equal(expected.Rates[step], expected.Rate * run.Factor(step), 1e-6 * expected.Rate);
            Assert.Equal(expected.Momenta is null, run.Momentum(step) is null);
            Assert.Equal(expected.Momenta?[step] ?? 0, run.Momentum(step) ?? 0, 1e-6);
            if (expected.Losses is not null)
            {
                run.EndEpoch(expected.Losses[step], step + 1);
            }
        }
    }

    [Fact]
    public void Every_schedule_has_a_case_and_every_case_a_schedule()
    {
        Assert.Equal(s_schedules.Keys.Order(StringComparer.Ordinal), ScheduleCase.All.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            typeof(Schedule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Schedule))).Select(type => type.Name).Order(StringComparer.Ordinal),
            s_schedules.Values.Select(schedule => schedule.GetType().Name).Distinct().Order(StringComparer.Ordinal));
    }
}
