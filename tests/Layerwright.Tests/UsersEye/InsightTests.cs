namespace Layerwright.Tests.UsersEye;

/// <summary>Checks, sweeps, searches and reports, as a user reads them.</summary>
public class InsightTests
{
    [Fact]
    public void Checks_before_training_are_read_one_by_one()
    {
        SanityReport report = SanityCheck.Run(
            seed => new FlowerNet(seed), FlowerNet.Data(64).AsTrainingSet(),
            new() { Seed = 3, BatchSize = 16, LearningRates = new() { Count = 3, Steps = 2, BatchSize = 16 }, Checks = SanityChecks.InitialLoss | SanityChecks.LearningRates });

        Assert.Equal("FlowerNet", report.Network);
        Assert.Equal(["Initial loss", "Learning rates"], report.Results.Select(result => result.Title));
        Assert.Equal((2, new AdamW(1e-3f)), (report.LearningRates!.Steps, report.LearningRates.Optimizer));
        Assert.All(report.LearningRates.Trials, trial => Assert.Equal(report.LearningRates.Trials[0].FirstLoss, trial.FirstLoss));
    }

    [Fact]
    public void Gradients_are_checked_parameter_by_parameter()
    {
        GradientReport report = GradientCheck.Run(new FlowerNet(seed: 1), FlowerNet.Data(16), new() { EntriesPerParameter = 2 });
        Assert.Equal("16×4", report.Parameters[0].Shape);
        Assert.True(report.Passed, report.ToString());
        Assert.True(report.Noise > 0);
        GradientEntry worst = report.Worst!.Along ?? report.Worst.Worst!;
        Assert.InRange(worst.Computed, worst.Estimated - Math.Abs(worst.Estimated), worst.Estimated + Math.Abs(worst.Estimated));
        Assert.True(worst.Uncertainty >= 0);
        Assert.False(worst.IsRough);
    }

    [Fact]
    public void A_report_shows_what_it_is_given()
    {
        Dataset data = FlowerNet.Data(64);
        LearningRateReport rates = LearningRateSweep.Run(seed => new FlowerNet(seed), data, new() { Count = 3, Steps = 2 });
        IReadOnlyList<Mistake> mistakes = Mistake.Worst(new FlowerNet(seed: 1).CreatePredictor(), data);
        var content = new ReportContent { Title = "Flowers", Summary = FlowerNet.Summary, LearningRates = rates, Mistakes = mistakes };
        string page = TrainingReport.ToHtml(content);

        Assert.Contains("Flowers", page, StringComparison.Ordinal);
        Assert.All(mistakes, mistake => Assert.Equal(data.Label(mistake.Row), mistake.Label));
        Assert.Equal((FlowerNet.Summary, rates), (content.Summary, content.LearningRates));
    }

    [Fact]
    public void Layers_are_laid_side_by_side()
    {
        var layer = new LayerRecord("Dense1", "Dense", "16", []);
        Assert.Null(layer.StartGain);
        Assert.Equal(0, layer.Units);
        var panel = new LayerPanel("Xavier", [layer]);
        Assert.Equal(("Xavier", 1), (panel.Title, panel.Layers.Count));
    }

    [Fact]
    public void Predictions_stand_beside_targets()
    {
        var predictions = new RegressionPredictions([1, 2, 3], [1, 2, 4]);
        Assert.Equal(3, predictions.Count);
        Assert.Equal(Math.Sqrt(1 / 3.0), predictions.RootMeanSquaredError, 6);
    }

    [Fact]
    public void A_finding_is_a_title_a_figure_and_an_advice()
    {
        var finding = new Finding("LW7009", "Dead units", FindingSeverity.Warning, "40 % of ReLU1's units are dead", "Try a lower learning rate", "LW3007");
        Assert.Equal(("Dead units", "LW7009 warning, Dead units: 40 % of ReLU1's units are dead. Try a lower learning rate (see LW3007)"), (finding.Title, finding.ToString()));
    }

    [Fact]
    public void A_search_space_lists_its_ranges()
    {
        var space = new SearchSpace { ["rate"] = new LogUniform(1e-4, 1e-1), ["width"] = new IntRange(16, 64), ["kind"] = Choice.Of("relu", "tanh") };

        Assert.Equal(["rate", "width", "kind"], space.Ranges.Select(range => range.Key));
        Assert.Equal((1e-4, 1e-1), (((LogUniform)space["rate"]).Low, ((LogUniform)space["rate"]).High));
        Assert.Equal((16, 64), (((IntRange)space["width"]).Low, ((IntRange)space["width"]).High));
        Assert.Equal(["relu", "tanh"], ((Choice<string>)space["kind"]).Names);
        Assert.Equal("rate LogUniform { Low = 0.0001, High = 0.1 }, width IntRange { Low = 16, High = 64 }, kind Choice { Names = [relu, tanh] }", space.ToString());
    }
}
