using Layerwright.Tests.Training;

namespace Layerwright.Tests.Insight.Checks;

#pragma warning disable LW4001, LW3007 // networks of every kind, and some with faults to find
[Network]
[ImageInput(8, 8, 2)]
[Conv2D(4, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[MaxPool2D(2)]
[Dropout(0.2)]
[Flatten]
[Dense(3, L2 = 0.01)]
[SoftmaxCrossEntropy(IgnoreLabel = 0)]
public partial class CheckedImageNet;

/// <summary>A class for each step.</summary>
[Network]
[SequenceInput(6, 3)]
[Conv1D(5, 3, Padding = Padding.Same)]
[LayerNorm]
[GELU]
[Dense(4)]
[SoftmaxCrossEntropy]
public partial class CheckedStepsNet;

[Network]
[Input(5)]
[Dense(8)]
[Tanh]
[Dense(2)]
[MeanSquaredError]
public partial class CheckedRegressionNet;

[Network]
[Input(5)]
[Dense(8)]
[BatchNorm]
[ReLU]
[Dense(3)]
[BinaryCrossEntropy]
public partial class CheckedLabelsNet;

/// <summary>For a loss of one's own.</summary>
[Network]
[Input(4)]
[Dense(16)]
[BatchNorm]
[ReLU]
[Dropout(0.5)]
[Dense(2)]
public partial class CheckedPolicyNet;

[Network(Training = false)]
[Input(4)]
[Dense(6)]
[ReLU]
[Dense(2)]
[SoftmaxCrossEntropy]
public partial class CheckedPredictorNet;

/// <summary>So steep that steps of an ordinary rate diverge at once.</summary>
[Network]
[Input(8)]
[Dense(64, Init = Init.Normal, InitScale = 30)]
[ReLU]
[Dense(64, Init = Init.Normal, InitScale = 30)]
[ReLU]
[Dense(2, Init = Init.Normal, InitScale = 30)]
[MeanSquaredError]
public partial class ExplosiveNet;

/// <summary><see cref="NetworkChecks"/> are silent about right networks, and name what is wrong with others.</summary>
public class NetworkChecksTests
{
    [Fact]
    public void Networks_of_every_kind_of_loss_hold_every_check()
    {
        HoldsAll<CheckedImageNet>((network, path) => network.Save(path), CheckedImageNet.Load);
        HoldsAll<CheckedStepsNet>((network, path) => network.Save(path), CheckedStepsNet.Load);
        HoldsAll<CheckedRegressionNet>((network, path) => network.Save(path), CheckedRegressionNet.Load);
        HoldsAll<CheckedLabelsNet>((network, path) => network.Save(path), CheckedLabelsNet.Load);
        HoldsAll<SpiralNet>((network, path) => network.Save(path), SpiralNet.Load);
    }

    [Fact]
    public void A_network_without_a_loss_is_checked_through_its_outputs()
    {
        NetworkChecks.GradientsAgree<CheckedPolicyNet>();
        NetworkChecks.SameInputGivesSamePrediction<CheckedPolicyNet>();
        NetworkChecks.FileGivesSameBits<CheckedPolicyNet>((network, path) => network.Save(path), CheckedPolicyNet.Load);
        NetworkChecks.PredictionAllocatesNothing<CheckedPolicyNet>();
        NetworkChecks.StepAllocatesNothing<CheckedPolicyNet>();
        Assert.Throws<InvalidOperationException>(() => NetworkChecks.FirstLossIsThatOfChance<CheckedPolicyNet>());
    }

    [Fact]
    public void A_network_that_only_predicts_says_that_it_does()
    {
        NetworkChecks.SameInputGivesSamePrediction<CheckedPredictorNet>();
        NetworkChecks.FileGivesSameBits<CheckedPredictorNet>((network, path) => network.Save(path), CheckedPredictorNet.Load);
        NetworkChecks.PredictionAllocatesNothing<CheckedPredictorNet>();
        Assert.Throws<NotSupportedException>(() => NetworkChecks.GradientsAgree<CheckedPredictorNet>());
        Assert.Throws<NotSupportedException>(() => NetworkChecks.FirstLossIsThatOfChance<CheckedPredictorNet>());
        Assert.Throws<NotSupportedException>(() => NetworkChecks.StepAllocatesNothing<CheckedPredictorNet>());
    }

    [Fact]
    public void A_wrong_gradient_is_named_with_its_parameter()
    {
        var fault = Assert.Throws<NetworkCheckException>(() => NetworkChecks.GradientsAgree(
            new WrongGradientNet(new SpiralNet(1)) { Parameter = "dense1.weight", Factor = 2 }, seed: 1));

        Assert.Equal("SpiralNet", fault.Network);
        Assert.StartsWith("SpiralNet: gradients do not agree with differences.\n", fault.Message, StringComparison.Ordinal);
        Assert.Contains("dense1.weight is wrong: ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_first_loss_far_above_chance_is_named_with_the_loss_of_chance()
    {
        var fault = Assert.Throws<NetworkCheckException>(() => NetworkChecks.FirstLossIsThatOfChance<LoudNet>());

        Assert.StartsWith("LoudNet: the first loss is not what chance gives.", fault.Message, StringComparison.Ordinal);
        Assert.Contains("1.099", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_that_one_step_would_blow_up_can_still_be_told_to_allocate_nothing() => NetworkChecks.StepAllocatesNothing<ExplosiveNet>();

    [Fact]
    public void A_file_that_brings_other_numbers_is_named_with_the_entry()
    {
        var fault = Assert.Throws<NetworkCheckException>(() => NetworkChecks.FileGivesSameBits<CheckedRegressionNet>(
            (network, path) => network.Save(path), path => new CheckedRegressionNet(CheckedRegressionNet.Load(path).Seed)));

        Assert.Equal("CheckedRegressionNet: saved and loaded, dense1.weight differs.", fault.Message);
    }

    [Fact]
    public void The_file_is_deleted_whatever_happens()
    {
        string? file = null;

        Assert.Throws<InvalidDataException>(() => NetworkChecks.FileGivesSameBits<CheckedRegressionNet>(
            (network, path) => File.WriteAllText(file = path, "no weights"), CheckedRegressionNet.Load));

        Assert.False(File.Exists(file));
    }

    [Fact]
    public void Bytes_that_a_prediction_or_a_step_allocates_are_counted()
    {
        var greedy = new SpiralNet(1) { Normalizer = new GreedyNormalizer() };

        Assert.Equal(0, Allocations.Least(() => Math.Sqrt(2)));
        Assert.InRange(Allocations.Least(() => GC.KeepAlive(new byte[1000])), 1000, 1100);
        Assert.Matches(@"^SpiralNet: a training step allocates \d+ bytes\.$", Assert.Throws<NetworkCheckException>(() => NetworkChecks.StepAllocatesNothing(greedy, seed: 1)).Message);
        Assert.Matches(@"^SpiralNet: a prediction allocates \d+ bytes\.$", Assert.Throws<NetworkCheckException>(() => NetworkChecks.PredictionAllocatesNothing(greedy, seed: 1)).Message);
    }

    [Fact]
    public void All_are_made_whatever_fails_and_the_failures_come_together()
    {
        var made = new List<string>();
        Action Fails(Exception fault) => () => throw fault;

        var all = Assert.Throws<AggregateException>(() => NetworkChecks.RunAll(
            [("a", () => made.Add("a")), ("b", Fails(new NetworkCheckException("B", "wrong"))), ("c", () => made.Add("c")), ("d", Fails(new InvalidDataException("no file")))]));

        Assert.Equal(["a", "c"], made);
        Assert.Equal(["B: wrong", "no file"], all.InnerExceptions.Select(fault => fault.Message));
        Assert.StartsWith("2 of 4 checks failed.", all.Message, StringComparison.Ordinal);
        NetworkChecks.RunAll([("a", () => made.Add("again"))]);
        Assert.Equal("again", made[^1]);
    }

    private static void HoldsAll<TNetwork>(Action<TNetwork, string> save, Func<string, TNetwork> load)
        where TNetwork : class, INetwork<TNetwork>
    {
        NetworkChecks.GradientsAgree<TNetwork>();
        NetworkChecks.FirstLossIsThatOfChance<TNetwork>();
        NetworkChecks.SameInputGivesSamePrediction<TNetwork>();
        NetworkChecks.FileGivesSameBits(save, load);
        NetworkChecks.PredictionAllocatesNothing<TNetwork>();
        NetworkChecks.StepAllocatesNothing<TNetwork>();
    }

    /// <summary>Changes nothing, and allocates at every row.</summary>
    private sealed class GreedyNormalizer() : Normalizer(2)
    {
        internal override string Kind => "greedy";

        internal override IReadOnlyList<KeyValuePair<string, ReadOnlyMemory<float>>> Values => [];

        internal override string? Misfit(ImageShape image) => null;

        private protected override void TransformRow(ReadOnlySpan<float> source, Span<float> destination) => source.ToArray().CopyTo(destination);
    }
}
