using System.Globalization;
using Layerwright.Testing.Interpretation;
using Layerwright.Tests.Gradients;
using Layerwright.Tests.Training;

namespace Layerwright.Tests.Insight;

public class GradientCheckTests
{
    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    public void Right_gradients_of_a_smooth_network_pass(ulong seed)
    {
        GradientReport report = GradientCheck.Run(new SpiralNet(seed), Samples.Spiral(60), new() { Seed = seed });

        Assert.True(report.Passed, report.ToString());
        Assert.Equal(6, report.Parameters.Count);
        Assert.All(report.Parameters, parameter => Assert.Equal(GradientVerdict.Right, parameter.Verdict));
        Assert.All(report.Parameters, parameter => Assert.True(parameter.Along!.RelativeError < 1e-3, report.ToString()));
        Assert.True(report.Parameters.Sum(parameter => parameter.Compared) > 30, report.ToString());
    }

    [Theory]
    [InlineData("dense1.weight", 1.05f)]
    [InlineData("dense1.bias", 0.95f)]
    [InlineData("dense2.weight", 1.03f)]
    [InlineData("dense2.weight", -1f)]
    [InlineData("dense2.bias", 0f)]
    [InlineData("dense3.weight", 2f)]
    [InlineData("dense3.bias", 1.05f)]
    public void A_wrong_gradient_is_found_and_named(string parameter, float factor)
    {
        for (ulong seed = 1; seed <= 3; seed++)
        {
            var net = new WrongGradientNet(new SpiralNet(seed)) { Parameter = parameter, Factor = factor };
            GradientReport report = GradientCheck.Run(net, Samples.Spiral(60));

            Assert.Equal(GradientVerdict.Wrong, report.Verdict);
            Assert.False(report.Passed);
            Assert.Equal(parameter, report.Worst!.Name);
            Assert.Equal([parameter], report.Parameters.Where(checkedOne => checkedOne.Verdict == GradientVerdict.Wrong).Select(wrong => wrong.Name));
            Assert.Contains($"{parameter} is wrong: ", report.Summary, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_gradient_that_is_wrong_here_and_there_is_found()
    {
        var net = new WrongGradientNet(new SpiralNet(4)) { Parameter = "dense2.weight", Factor = 1.5f, Every = 2 };

        GradientReport report = GradientCheck.Run(net, Samples.Spiral(60));

        Assert.Equal(GradientVerdict.Wrong, report.Verdict);
        Assert.Equal("dense2.weight", report.Worst!.Name);
    }

    [Fact]
    public void A_gradient_off_by_half_a_percent_is_suspicious()
    {
        var net = new WrongGradientNet(new SpiralNet(1)) { Parameter = "dense3.weight", Factor = 1.005f };

        GradientReport report = GradientCheck.Run(net, Samples.Spiral(60));

        Assert.Equal(GradientVerdict.Suspicious, report.Verdict);
        Assert.Equal("dense3.weight", report.Worst!.Name);
    }

    [Fact]
    public void Penalties_and_dropout_can_be_checked_too()
    {
        var penalised = new PenalisedNet(1);
        var wide = new WideNet(2);

        Assert.True(GradientCheck.Run(penalised, Samples.Linear(30), new() { RegularizationFactor = 1 }).Passed);
        GradientReport dropped = GradientCheck.Run(wide, Samples.Spiral(60), new() { DropoutFactor = 1, Rows = 16, EntriesPerParameter = 4 });
        Assert.True(dropped.Passed, dropped.ToString());
    }

    [Fact]
    public void The_penaltys_own_gradient_counts()
    {
        var net = new WrongGradientNet(new PenalisedNet(1)) { Parameter = "dense1.weight", Factor = 1 };
        Dataset data = Samples.Linear(30);

        double without = GradientCheck.Run(net, data).Loss, with = GradientCheck.Run(net, data, new() { RegularizationFactor = 4 }).Loss;

        Assert.True(with > without);
    }

    [Fact]
    public void Nothing_of_the_network_changes()
    {
        var net = new WideNet(3);
        Dataset data = Samples.Spiral(60);
        new Trainer<WideNet>(net, new Sgd(0.05f)).Fit(data, epochs: 1);
        float[] before = Samples.Values(net.State);

        GradientCheck.Run(net, data, new() { EntriesPerParameter = 2, DropoutFactor = 1 });

        Assert.Equal(before, Samples.Values(net.State));
    }

    [Fact]
    public void The_same_seed_gives_the_same_report_for_any_number_of_threads()
    {
        Dataset data = Samples.Spiral(60);
        string one = GradientCheck.Run(new WideNet(3), data, new() { Threads = 1, EntriesPerParameter = 2 }).ToString();

        Assert.Equal(one, GradientCheck.Run(new WideNet(3), data, new() { Threads = 2, EntriesPerParameter = 2 }).ToString());
        Assert.NotEqual(one, GradientCheck.Run(new WideNet(3), data, new() { Seed = 1, EntriesPerParameter = 2 }).ToString());
    }

    [Fact]
    public void A_step_that_floats_cannot_resolve_leaves_nothing_to_tell()
    {
        GradientReport report = GradientCheck.Run(new SpiralNet(1), Samples.Spiral(60), new() { Step = 1e-7f });

        Assert.NotEqual(GradientVerdict.Wrong, report.Verdict);
        Assert.True(report.Parameters.Sum(parameter => parameter.Compared) < report.Parameters.Sum(parameter => parameter.BelowNoise), report.ToString());
    }

    [Fact]
    public void Kinks_are_left_out_and_counted()
    {
        float[] point = [0f, 0.5f, -0.5f, 0f];

        // |x₀| has no slope at 0; max(0, x) of the next two has; x² has at 0.
        GradientReport report = GradientCheck.Run(
            x => Math.Abs((double)x[0]) + Math.Max(0.0, x[1]) + Math.Max(0.0, x[2]) + ((double)x[3] * x[3]), point, [1f, 1f, 0f, 0f]);

        ParameterGradient only = Assert.Single(report.Parameters);
        Assert.Equal((3, 1, 0), (only.Compared, only.AtKinks, only.BelowNoise));
        Assert.Equal(GradientEntryState.AtKink, only.Entries.Single(entry => entry.Place == "[0]").State);
    }

    [Theory]
    [InlineData(0.002)]
    [InlineData(0.0001)]
    public void A_kink_within_the_step_does_not_make_a_right_gradient_wrong(double kink)
    {
        GradientReport report = GradientCheck.Run(x => (3.0 * x[0]) + (2 * Math.Max(0, x[0] - kink)), [0f], [3f]);

        Assert.NotEqual(GradientVerdict.Wrong, report.Verdict);
        Assert.NotEqual(GradientVerdict.Suspicious, report.Verdict);
    }

    [Fact]
    public void A_function_of_your_own_is_told_right_from_wrong()
    {
        float[] point = [0.3f, -1.2f, 2f];
        float[] right = [MathF.Cos(0.3f) * MathF.Exp(-1.2f), MathF.Sin(0.3f) * MathF.Exp(-1.2f), 12f];

        Assert.True(GradientCheck.Run(Function, point, right).Passed);
        GradientReport wrong = GradientCheck.Run(Function, point, [right[0], right[1], 11.8f]);
        Assert.Equal(GradientVerdict.Wrong, wrong.Verdict);
        Assert.Equal("[2]", wrong.Worst!.Worst!.Place);
        Assert.Equal(12, wrong.Worst.Worst.Estimated, 1e-3);

        static double Function(ReadOnlySpan<float> x) => (Math.Sin(x[0]) * Math.Exp(x[1])) + Math.Pow(x[2], 3);
    }

    [Fact]
    public void The_table_is_the_same_in_every_culture()
    {
        string invariant = GradientCheck.Run(new SpiralNet(1), Samples.Spiral(60)).ToString();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal(invariant, GradientCheck.Run(new SpiralNet(1), Samples.Spiral(60)).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Matches(@"dense1\.weight +24×2 ", invariant);
        Assert.Contains("entries compared", invariant, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_checked_is_refused()
    {
        Assert.Throws<ArgumentException>(() => GradientCheck.Run(new SpiralNet(1), Samples.Linear(10)));
        Assert.Throws<ArgumentException>(() => GradientCheck.Run(new WideNet(1), Samples.Spiral(10), new() { Rows = 1 }));
        Assert.Throws<InvalidOperationException>(() => GradientCheck.Run(new BareNet(1), Samples.Spiral(10)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GradientCheckOptions { Step = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GradientCheckOptions { Rows = 0 });
        Assert.Throws<ArgumentException>(() => GradientCheck.Run(x => x[0], [1f, 2f], [1f]));
        Assert.Throws<ArgumentException>(() => GradientCheck.Run(x => x[0], [float.NaN], [1f]));
    }

    public static TheoryData<string> Sets => [.. RandomSets.FixedNames("vectors").Take(2), .. RandomSets.FixedNames("images").Take(2)];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Right_gradients_of_random_networks_pass(string networks)
    {
        int compared = 0, kinks = 0, hidden = 0, told = 0, all = 0, suspicious = 0;
        RandomSets.ForEach(networks, (set, network) =>
        {
            if (network.Loss == LossKind.None)
            {
                return;
            }

            var random = new RandomCase(network, set.Fused(network));
            var compiled = random.CreateNetwork();
            GradientReport report = compiled.CheckGradients(DataOf(random, compiled.Blueprint), new() { EntriesPerParameter = 4, Rows = 8, Threads = 1 });

            Assert.True(report.Verdict != GradientVerdict.Wrong, report.ToString());
            suspicious += report.Verdict == GradientVerdict.Suspicious ? 1 : 0;
            compared += report.Parameters.Sum(parameter => parameter.Compared);
            kinks += report.Parameters.Sum(parameter => parameter.AtKinks);
            hidden += report.Parameters.Sum(parameter => parameter.BelowNoise);
            told += report.Parameters.Count(parameter => parameter.Verdict == GradientVerdict.Right);
            all += report.Parameters.Count;
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{compared} compared, {kinks} at kinks, {hidden} below noise; {told} of {all} parameters told, {suspicious} suspicious");

        // Where kinks lie thick the notes allow more than 1e-4.
        Assert.InRange(suspicious, 0, 1);
        Assert.True(compared > kinks + hidden, $"{compared} compared, {kinks} at kinks, {hidden} below noise");
        Assert.True(told > 0.8 * all, $"{told} of {all} parameters told");
    }

    private static Dataset DataOf(RandomCase random, Layerwright.Runtime.NetworkBlueprint blueprint)
    {
        TargetData targets = random.Batch.Targets;
        return targets.Labels is { } labels
            ? Dataset.FromLabels(
                random.Batch.Inputs, labels, Math.Max(2, blueprint.OutputColumns), ignoreLabel: blueprint.IgnoreLabel, labelsPerRow: blueprint.OutputPositions)
            : Dataset.FromTargets(random.Batch.Inputs, targets.Values, blueprint.OutputLength);
    }
}
