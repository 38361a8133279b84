namespace Layerwright.Tests.Insight.Runs;

/// <summary>Faults that are known to be there are found in a fit on real images, each by its id.</summary>
public class PlantedFaultTests
{
    private static readonly Sgd s_sgd = new(0.01f) { Momentum = 0.9f };

    [Fact]
    public void Dead_units_by_a_negative_bias()
    {
        AssertFound("LW7009", "ReLU1", "LW2012", Watch(new DeadNet(1) { Normalizer = WatchedFit.PerChannel }, s_sgd));
        AssertFound("LW7009", "ReLU1", "LW2012", Watch(new DeadNet(1) { Normalizer = WatchedFit.PerChannel }, new AdamW()));
    }

    [Fact]
    public void Vanishing_gradients_by_sigmoids()
    {
        AssertFound("LW7010", "Dense1", "LW2003", Watch(new VanishingNet(1) { Normalizer = WatchedFit.PerChannel }, s_sgd));
        Assert.Contains(Watch(new VanishingNet(1) { Normalizer = WatchedFit.PerChannel }, new AdamW()), finding => finding.Id == "LW7010");
    }

    [Fact]
    public void Exploding_signals_by_large_weights_show_in_the_first_loss() => AssertFound("LW7002", null, "LW3007", Watch(new ExplodingNet(1) { Normalizer = WatchedFit.PerChannel }, new AdamW()));

    [Fact]
    public void Symmetric_units_by_weights_of_zero()
    {
        AssertFound("LW7007", "Dense1", "LW3005", Watch(new SymmetricNet(1) { Normalizer = WatchedFit.PerChannel }, s_sgd));
        AssertFound("LW7007", "Dense1", "LW3005", Watch(new SymmetricTanhNet(1) { Normalizer = WatchedFit.PerChannel }, s_sgd));
    }

    [Fact]
    public void Saturated_tanh_by_large_weights() => AssertFound("LW7008", "Tanh1", "LW3007", Watch(new SaturatedNet(1) { Normalizer = WatchedFit.PerChannel }, s_sgd));

    [Fact]
    public void Collapsed_activations_by_small_weights() => Assert.Contains(Watch(new CollapsedNet(1) { Normalizer = WatchedFit.PerChannel }, s_sgd), finding => finding is { Id: "LW7007", StaticRule: "LW3006" });

    [Fact]
    public void Inputs_that_are_not_normalised() => AssertFound(
        "LW6001", null, "LW6001",
        WatchedFit.Run(new PlainMlp(1), new AdamW(), training: WatchedFit.Changed(WatchedFit.Images.Train, pixel => 255 * pixel)).Findings);

    [Fact]
    public void Inputs_to_one_side_of_zero()
    {
        Dataset data = WatchedFit.Changed(WatchedFit.Images.Train, pixel => 1 + pixel);

        Assert.Contains(
            WatchedFit.Run(new PlainMlp(1), s_sgd, training: data, validation: data).Findings,
            finding => finding is { Id: "LW7017", StaticRule: "LW6001", Severity: FindingSeverity.Warning });
    }

    [Fact]
    public void Labels_that_were_shuffled()
    {
        var random = new Random(1);
        DataSplit images = WatchedFit.Changed(WatchedFit.Images.Train, pixel => pixel, random.Shuffle).Split(0.5, seed: 1);

        AssertFound(
            "LW7015", null, null,
            WatchedFit.Run(new PlainMlp(1) { Normalizer = WatchedFit.PerChannel }, new AdamW(), epochs: 15, training: images.Train, validation: images.Rest).Findings);
    }

    [Theory]
    [InlineData(1e-6f)]
    [InlineData(1e-5f)]
    public void A_rate_far_too_low(float rate)
    {
        var findings = Watch(new PlainMlp(1) { Normalizer = WatchedFit.PerChannel }, new Sgd(rate));

        Assert.Equal(["LW7006", "LW7013"], findings.Select(finding => finding.Id));
        Assert.All(findings, finding => Assert.Equal((FindingSeverity.Warning, "LW5001"), (finding.Severity, finding.StaticRule)));
    }

    [Fact]
    public void Rows_learnt_by_heart() => Assert.Contains(
        WatchedFit.Run(new PlainMlp(1) { Normalizer = WatchedFit.PerChannel }, new AdamW(), epochs: 30).Findings, finding => finding.Id == "LW7011");

    private static IReadOnlyList<Finding> Watch<TNetwork>(TNetwork network, Optimizer optimizer)
        where TNetwork : class, INetwork<TNetwork> => WatchedFit.Run(network, optimizer).Findings;

    private static void AssertFound(string id, string? layer, string? staticRule, IReadOnlyList<Finding> findings)
    {
        Assert.Equal([id], findings.Select(finding => finding.Id));
        Assert.Equal((layer, staticRule), (findings[0].Layer, findings[0].StaticRule));
    }
}
