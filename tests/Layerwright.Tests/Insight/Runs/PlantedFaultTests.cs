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
    public void One_pixel_that_is_not_normalised_and_pixels_to_either_side_of_zero()
    {
        Dataset one = WatchedFit.Moved(WatchedFit.Images.Train, (value, pixel) => pixel == 400 ? 100 * value : value);
        Dataset either = WatchedFit.Moved(WatchedFit.Images.Train, (value, pixel) => value + (pixel % 2 == 0 ? 3 : -3.5f));

        Assert.Contains(
            WatchedFit.Run(new PlainMlp(1), new AdamW(), training: one, validation: one).Findings,
            finding => finding.Id == "LW6001" && finding.Message.Contains("1 of 784 features (the worst, [400], ", StringComparison.Ordinal));
        Assert.Contains(
            WatchedFit.Run(new PlainMlp(1), new AdamW(), training: either, validation: either).Findings,
            finding => finding.Id == "LW7017" && finding.Message.Contains(" of 784 features (the worst, [", StringComparison.Ordinal));
    }

    [Fact]
    public void A_layer_that_its_multiplier_slows_shows_no_rate_too_low()
    {
        var network = new PlainMlp(1) { Normalizer = WatchedFit.PerChannel };
        network.Dense1.LearningRateMultiplier = 0.001f;

        Assert.DoesNotContain(Watch(network, new AdamW()), finding => finding.Id == "LW7006");
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

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_network_that_is_too_small(ulong seed)
    {
        Dataset training = Rings(600, seed: 1), validation = Rings(300, seed: 2);
        var optimizer = new Sgd(0.1f) { Momentum = 0.9f };

        Finding finding = Assert.Single(WatchedFit.Run(new StraightNet(seed), optimizer, epochs: 30, seed, training, validation).Findings, found => found.Id == "LW7012");

        Assert.StartsWith("Try more capacity", finding.Advice, StringComparison.Ordinal);
        Assert.DoesNotContain(WatchedFit.Run(new CurvedNet(seed), optimizer, epochs: 30, seed, training, validation).Findings, found => found.Id == "LW7012");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void First_weights_that_have_to_grow_before_anything_is_learnt(ulong seed) => AssertFound(
        "LW7014", null, "LW3006", WatchedFit.Run(new SleepyNet(seed) { Normalizer = WatchedFit.PerChannel }, s_sgd, epochs: 20, seed).Findings);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(10)]
    public void Hidden_layers_that_get_inputs_to_one_side_of_zero(ulong seed) => AssertFound(
        "LW7017", "Dense3", "LW2001", WatchedFit.Run(new OneSidedNet(seed) { Normalizer = WatchedFit.PerChannel }, s_sgd, epochs: 2, seed).Findings);

    [Fact]
    public void Rows_learnt_by_heart() => Assert.Contains(
        WatchedFit.Run(new PlainMlp(1) { Normalizer = WatchedFit.PerChannel }, new AdamW(), epochs: 30).Findings, finding => finding.Id == "LW7011");

    /// <summary>Left or right, nearly, and within a ring or without: no line tells the latter.</summary>
    private static Dataset Rings(int rows, int seed)
    {
        var random = new Random(seed);
        var inputs = new float[2 * rows];
        var labels = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            double radius = 2 * Math.Sqrt(random.NextDouble()), angle = Math.Tau * random.NextDouble();
            (double y, double x) = Math.SinCos(angle);
            inputs[2 * row] = (float)(radius * x);
            inputs[(2 * row) + 1] = (float)(radius * y);
            labels[row] = (radius * x > (3 * random.NextDouble()) - 1.5 ? 2 : 0) + (radius > Math.Sqrt(2) ? 1 : 0);
        }

        return Dataset.FromLabels(inputs, labels, 4);
    }

    private static IReadOnlyList<Finding> Watch<TNetwork>(TNetwork network, Optimizer optimizer)
        where TNetwork : class, INetwork<TNetwork> => WatchedFit.Run(network, optimizer).Findings;

    private static void AssertFound(string id, string? layer, string? staticRule, IReadOnlyList<Finding> findings)
    {
        Assert.Equal([id], findings.Select(finding => finding.Id));
        Assert.Equal((layer, staticRule), (findings[0].Layer, findings[0].StaticRule));
    }
}
