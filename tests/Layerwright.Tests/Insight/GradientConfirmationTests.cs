using Layerwright.Tests.Insight.Runs;

namespace Layerwright.Tests.Insight;

/// <summary>Kinks wherever one looks: each maximum and each ReLU of each place has its own.</summary>
[Network]
[ImageInput(28, 28, 1)]
[Conv2D(8, 3)]
[BatchNorm]
[ReLU]
[MaxPool2D(2)]
[Conv2D(12, 3)]
[BatchNorm]
[ReLU]
[MaxPool2D(2)]
[Flatten]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class PooledNet;

public class GradientConfirmationTests
{
    [Fact]
    public void Right_gradients_are_not_called_wrong_where_kinks_lie_thick()
    {
        int told = 0, suspicious = 0;
        const int Seeds = 20;
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            GradientReport report = GradientCheck.Run(Create(seed), WatchedFit.Images.Train, new() { Seed = seed });

            Assert.True(report.Verdict != GradientVerdict.Wrong, $"seed {seed}: {report}");
            suspicious += report.Verdict == GradientVerdict.Suspicious ? 1 : 0;
            told += report.Parameters.Count(parameter => parameter.Verdict == GradientVerdict.Right);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{suspicious} of {Seeds} suspicious; {told} of {8 * Seeds} parameters told");
        Assert.InRange(suspicious, 0, 1);
        Assert.True(told > 0.8 * 8 * Seeds, $"{told} parameters told");
    }

    [Theory]
    [InlineData("conv1.weight")]
    [InlineData("batchnorm1.weight")]
    [InlineData("batchnorm1.bias")]
    [InlineData("conv2.weight")]
    [InlineData("batchnorm2.weight")]
    [InlineData("batchnorm2.bias")]
    [InlineData("dense1.weight")]
    [InlineData("dense1.bias")]
    public void Wrong_ones_are_found_there_all_the_same(string parameter)
    {
        foreach (float factor in new[] { -1f, 0f, 0.8f, 2f })
        {
            var missed = new List<string>();
            for (ulong seed = 1; seed <= 3; seed++)
            {
                var net = new WrongGradientNet(Create(seed)) { Parameter = parameter, Factor = factor };
                GradientReport report = GradientCheck.Run(net, WatchedFit.Images.Train, new() { Seed = seed });
                Assert.All(report.Parameters.Where(one => one.Name != parameter), one => Assert.NotEqual(GradientVerdict.Wrong, one.Verdict));
                if (report.Verdict != GradientVerdict.Wrong)
                {
                    missed.Add(FormattableString.Invariant($"× {factor}, seed {seed}: {report.Summary}"));
                }
            }

            // Of one network it may be that nothing can be told.
            Assert.True(missed.Count <= 1, string.Join('\n', missed));
        }
    }

    [Fact]
    public void What_rounding_hides_is_never_called_wrong()
    {
        GradientEntry hidden = new("[0]", 1, -1, 0.01, GradientEntryState.BelowNoise), seen = hidden with { State = GradientEntryState.Compared };

        Assert.Equal((GradientVerdict.Unchecked, GradientVerdict.Wrong), (hidden.Verdict, seen.Verdict));
    }

    [Fact]
    public void Steps_are_those_that_the_documentation_names()
    {
        Assert.Equal((1e-7f, 1e-2f), (new GradientCheckOptions { Step = 1e-7f }.Step, new GradientCheckOptions { Step = 1e-2f }.Step));
        foreach (float step in new[] { 0.5f, 0.011f, 9e-8f, -1e-3f, float.NaN })
        {
            Assert.Contains("1e-7 to 1e-2", Assert.Throws<ArgumentOutOfRangeException>(() => new GradientCheckOptions { Step = step }).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_row_of_small_kinks_does_not_make_a_right_gradient_wrong()
    {
        // A slope of 1, and steps of 1e-3 that together look like one of 1.05 from afar.
        GradientReport report = GradientCheck.Run(x => x[0] + (0.05 * 1e-3 * Math.Round(x[0] / 1e-3)), [0f], [1f]);

        Assert.NotEqual(GradientVerdict.Wrong, report.Verdict);
        Assert.NotEqual(GradientVerdict.Suspicious, report.Verdict);
    }

    private static PooledNet Create(ulong seed) => new(seed) { Normalizer = WatchedFit.PerChannel };
}
