using System.Globalization;
using Layerwright.Tests.Training;

namespace Layerwright.Tests.Insight;

#pragma warning disable LW3005, LW3007, LW4001, LW2005 // networks with faults to find
/// <summary>So large at first that it is sure of everything.</summary>
[Network]
[Input(2)]
[Dense(24)]
[ReLU]
[Dense(3, Init = Init.Normal, InitScale = 20)]
[SoftmaxCrossEntropy]
public partial class LoudNet;

/// <summary>A ReLU cuts off what the loss needs.</summary>
[Network]
[Input(3)]
[Dense(8)]
[ReLU]
[Dense(2, BiasInit = -50)]
[ReLU]
[MeanSquaredError]
public partial class CutNet;

/// <summary>A penalty on weights of 0.</summary>
[Network]
[Input(3)]
[Dense(2, Init = Init.Zeros, L2 = 0.1)]
[MeanSquaredError]
public partial class VainPenaltyNet;

/// <summary>Classes by squares of what is missing.</summary>
[Network]
[Input(2)]
[Dense(24)]
[ReLU]
[Dense(3)]
[MulticlassHinge(Squared = true)]
public partial class SquaredHingeNet;

/// <summary>A head without weights at first.</summary>
[Network]
[Input(2)]
[Dense(24)]
[ReLU]
[Dense(3, Init = Init.Zeros)]
[SoftmaxCrossEntropy]
public partial class ZeroHeadNet;

/// <summary>Smoothed labels.</summary>
[Network]
[Input(2)]
[Dense(32)]
[ReLU]
[Dense(32)]
[ReLU]
[Dense(3)]
[SoftmaxCrossEntropy(LabelSmoothing = 0.2)]
public partial class SmoothedNet;
#pragma warning restore LW3005, LW3007, LW4001, LW2005

public class SanityCheckTests
{
    private static readonly TrainingSet s_spiral = Samples.Spiral(300).AsTrainingSet();

    [Fact]
    public void A_healthy_network_passes_every_check()
    {
        SanityReport report = SanityCheck.Run(seed => new NormalisedNet(seed), s_spiral, new() { Threads = 1, Optimizer = new Adam(0.01f) });

        Assert.True(report.Passed, report.ToString());
        Assert.Equal(
            [SanityChecks.InitialLoss, SanityChecks.Regularization, SanityChecks.Gradients, SanityChecks.Prediction, SanityChecks.Overfitting, SanityChecks.FirstUpdates, SanityChecks.LearningRates],
            report.Results.Select(result => result.Check));
        Assert.Equal(SanityVerdict.Skipped, report[SanityChecks.Regularization].Verdict);
        Assert.DoesNotContain(report.Findings, finding => finding.Severity == FindingSeverity.Warning);
        Assert.NotNull(report.Gradients);
        Assert.NotNull(report.LearningRates);
        Assert.StartsWith("NormalisedNet: no check failed, 5 of 7 passed, 1 with a note, 1 skipped\n", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_first_loss_that_is_too_high_is_LW7002()
    {
        SanityReport report = Only(seed => new LoudNet(seed), s_spiral, SanityChecks.InitialLoss);

        Assert.Equal("LW7002", Assert.Single(report.Findings).Id);
        Assert.Equal(SanityVerdict.Failed, report[SanityChecks.InitialLoss].Verdict);
        Assert.False(report.Passed);
    }

    [Theory]
    [InlineData(nameof(SpiralNet), "1.099")]
    [InlineData(nameof(SmoothedNet), "1.099")]
    [InlineData(nameof(HingeNet), "2")]
    [InlineData(nameof(YesNoNet), "0.6931")]
    public void The_expected_loss_is_that_of_a_network_without_knowledge(string network, string expected)
    {
        SanityReport report = network switch
        {
            nameof(SpiralNet) => Only(seed => new SpiralNet(seed), s_spiral, SanityChecks.InitialLoss),
            nameof(SmoothedNet) => Only(seed => new SmoothedNet(seed), s_spiral, SanityChecks.InitialLoss),
            nameof(HingeNet) => Only(seed => new HingeNet(seed), s_spiral, SanityChecks.InitialLoss),
            _ => Only(seed => new YesNoNet(seed), Samples.Signs(200).AsTrainingSet(), SanityChecks.InitialLoss),
        };

        Assert.EndsWith($"expected {expected}", report[SanityChecks.InitialLoss].Message, StringComparison.Ordinal);
        Assert.Equal(SanityVerdict.Passed, report[SanityChecks.InitialLoss].Verdict);
    }

    [Fact]
    public void Of_values_and_of_squared_margins_no_first_loss_is_expected()
    {
        Assert.Equal(SanityVerdict.Skipped, Only(seed => new LinearNet(seed), Samples.Linear(100).AsTrainingSet(), SanityChecks.InitialLoss).Results[0].Verdict);
        Assert.Equal(SanityVerdict.Skipped, Only(seed => new SquaredHingeNet(seed), s_spiral, SanityChecks.InitialLoss).Results[0].Verdict);
    }

    [Fact]
    public void A_penalty_raises_the_loss_or_is_LW7003()
    {
        TrainingSet data = Samples.Linear(100).AsTrainingSet();

        SanityResult right = Only(seed => new PenalisedNet(seed), data, SanityChecks.Regularization)[SanityChecks.Regularization];
        SanityReport vain = Only(seed => new VainPenaltyNet(seed), data, SanityChecks.Regularization);

        Assert.Equal(SanityVerdict.Passed, right.Verdict);
        Assert.Null(right.Finding);
        Finding finding = Assert.Single(vain.Findings);
        Assert.Equal(("LW7003", "LW3005"), (finding.Id, finding.StaticRule));
        Assert.Contains("Dense1", finding.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Twenty_rows_are_learnt_by_heart_or_it_is_LW7004()
    {
        SanityReport cut = Only(seed => new CutNet(seed), Samples.Linear(100).AsTrainingSet(), SanityChecks.Overfitting);
        SanityReport lots = Only(seed => new SpiralNet(seed), Contradictory(), SanityChecks.Overfitting, new Adam(0.01f));
        SanityReport well = Only(seed => new SmoothedNet(seed), s_spiral, SanityChecks.Overfitting, new Adam(0.01f));

        Assert.Equal("LW7004", Assert.Single(cut.Findings).Id);
        Assert.Equal("LW7004", Assert.Single(lots.Findings).Id);
        Assert.True(well.Passed, well.ToString());
    }

    [Fact]
    public void Values_are_learnt_to_one_percent_of_the_first_loss()
    {
        SanityReport report = Only(seed => new LinearNet(seed), Samples.Linear(100).AsTrainingSet(), SanityChecks.Overfitting, new Adam(0.05f));

        Assert.True(report.Passed, report.ToString());
        Assert.Contains("20 rows at loss", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_optimizers_decay_does_not_hinder_learning_by_heart()
    {
        var optimizer = new AdamW(0.05f) { WeightDecay = 5f };

        Assert.True(Only(seed => new LinearNet(seed), Samples.Linear(100).AsTrainingSet(), SanityChecks.Overfitting, optimizer).Passed);
    }

    [Theory]
    [InlineData(1e-3f, SanityVerdict.Passed)]
    [InlineData(1f, SanityVerdict.Failed)]
    [InlineData(1e-7f, SanityVerdict.Failed)]
    public void First_updates_are_held_against_the_weights(float rate, SanityVerdict verdict)
    {
        SanityReport report = Only(seed => new SpiralNet(seed), s_spiral, SanityChecks.FirstUpdates, new Adam(rate));

        Assert.Equal(verdict, report[SanityChecks.FirstUpdates].Verdict);
    }

    [Fact]
    public void The_first_line_says_all_passed_only_where_all_did()
    {
        Assert.StartsWith("SpiralNet: every check passed\n", Only(seed => new SpiralNet(seed), s_spiral, SanityChecks.InitialLoss).ToString(), StringComparison.Ordinal);
        string mixed = Only(seed => new SpiralNet(seed), s_spiral, SanityChecks.Regularization | SanityChecks.FirstUpdates, new Adam(0.005f)).ToString();
        Assert.StartsWith("SpiralNet: no check failed, 0 of 2 passed, 1 with a note, 1 skipped\n", mixed, StringComparison.Ordinal);
        string failed = Only(seed => new SpiralNet(seed), s_spiral, SanityChecks.Regularization | SanityChecks.FirstUpdates, new Adam(1f)).ToString();
        Assert.StartsWith("SpiralNet: 1 of 2 checks failed, 1 skipped\n", failed, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_that_begin_at_0_have_no_first_updates_to_judge()
    {
        SanityResult head = Only(seed => new ZeroHeadNet(seed), s_spiral, SanityChecks.FirstUpdates).Results[0];
        SanityResult all = Only(seed => new VainPenaltyNet(seed), Samples.Linear(100).AsTrainingSet(), SanityChecks.FirstUpdates).Results[0];

        Assert.Equal(SanityVerdict.Passed, head.Verdict);
        Assert.Contains("(Dense1) to ", head.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Dense2", head.Message, StringComparison.Ordinal);
        Assert.Equal((SanityVerdict.Skipped, "all weights begin at 0"), (all.Verdict, all.Message));
    }

    [Fact]
    public void First_updates_are_judged_without_the_layers_multipliers()
    {
        SpiralNet Slowed(ulong seed, float multiplier)
        {
            var net = new SpiralNet(seed);
            net.Dense1.LearningRateMultiplier = net.Dense2.LearningRateMultiplier = net.Dense3.LearningRateMultiplier = multiplier;
            return net;
        }

        SanityResult slow = Only(seed => Slowed(seed, 1e-3f), s_spiral, SanityChecks.FirstUpdates).Results[0];
        SanityResult still = Only(seed => Slowed(seed, 0), s_spiral, SanityChecks.FirstUpdates).Results[0];

        Assert.NotEqual(SanityVerdict.Failed, slow.Verdict);
        Assert.DoesNotContain("higher rate", slow.Message, StringComparison.Ordinal);
        Assert.Equal((SanityVerdict.Skipped, "the LearningRateMultiplier of every layer is 0"), (still.Verdict, still.Message));
    }

    [Fact]
    public void A_wrong_gradient_fails_the_whole()
    {
        SanityReport report = Only(
            seed => new WrongGradientNet(new SpiralNet(seed)) { Parameter = "dense2.weight", Factor = -1 }, s_spiral, SanityChecks.Gradients);

        Assert.False(report.Passed);
        Assert.Contains("FAIL  Gradients: ", report.ToString(), StringComparison.Ordinal);
        Assert.Equal("dense2.weight", report.Gradients!.Worst!.Name);
    }

    [Fact]
    public void The_same_input_gives_the_same_prediction()
    {
        SanityResult result = Only(seed => new WideNet(seed), s_spiral, SanityChecks.Prediction)[SanityChecks.Prediction];

        Assert.Equal(SanityVerdict.Passed, result.Verdict);
        Assert.StartsWith("8 rows twice: the same bits; each alone: at most ", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Inputs_that_are_not_finite_are_a_verdict()
    {
        float[] inputs = [.. Enumerable.Range(0, 60).Select(i => i == 7 ? float.NaN : i)];
        TrainingSet data = Dataset.FromLabels(inputs, Enumerable.Range(0, 30).Select(i => i % 3).ToArray(), 3).AsTrainingSet();

        SanityReport report = SanityCheck.Run(seed => new SpiralNet(seed), data, new() { Threads = 1, Gradients = new() { Rows = 30 } });

        Assert.False(report.Passed);
        Assert.Equal("LW7001", report.Findings[0].Id);
        Assert.Equal(7, report.Results.Count);
    }

    [Fact]
    public void The_text_is_a_line_for_each_check_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            string text = Only(seed => new SpiralNet(seed), s_spiral, SanityChecks.InitialLoss | SanityChecks.Overfitting | SanityChecks.FirstUpdates).ToString();
            string[] lines = text.Split('\n');
            Assert.Equal(4, lines.Length);
            Assert.Matches(@"^pass  Initial loss: 1\.\d+, expected 1\.099$", lines[1]);
            Assert.DoesNotContain(",0", text, StringComparison.Ordinal);
            Assert.Contains(", accuracy 100 %", lines[2], StringComparison.Ordinal);
            string values = Only(seed => new LinearNet(seed), Samples.Linear(100).AsTrainingSet(), SanityChecks.Overfitting, new Adam(0.05f)).Results[0].Message;
            Assert.Matches(@"^20 rows at loss 0?\.?[\d.e-]+ of \d+\.?\d* at first after", values);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void What_was_not_asked_for_is_not_there()
    {
        SanityReport report = Only(seed => new SpiralNet(seed), s_spiral, SanityChecks.InitialLoss);

        Assert.Single(report.Results);
        Assert.Null(report.Gradients);
        Assert.Null(report.LearningRates);
        Assert.Throws<KeyNotFoundException>(() => report[SanityChecks.Overfitting]);
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        var one = new SpiralNet(1);
        Assert.Throws<ArgumentException>(() => SanityCheck.Run(_ => one, s_spiral));
        Assert.Throws<ArgumentException>(() => SanityCheck.Run(seed => new LinearNet(seed), s_spiral));
        Assert.Throws<InvalidOperationException>(() => SanityCheck.Run(seed => new BareNet(seed), s_spiral));
        Assert.Throws<ArgumentException>(() => SanityCheck.Run(seed => new SpiralNet(seed), s_spiral, new() { Optimizer = new Sgd { Nesterov = true } }));
    }

    private static SanityReport Only<TNetwork>(Func<ulong, TNetwork> create, TrainingSet data, SanityChecks checks, Optimizer? optimizer = null)
        where TNetwork : class, INetwork<TNetwork> =>
        SanityCheck.Run(create, data, new() { Checks = checks, Threads = 1, Optimizer = optimizer ?? new Adam() });

    /// <summary>The same point in every class.</summary>
    private static TrainingSet Contradictory() =>
        Dataset.FromLabels(new float[80], Enumerable.Range(0, 40).Select(i => i % 3).ToArray(), 3).AsTrainingSet();
}
