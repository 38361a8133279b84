namespace Layerwright.Tests.UsersEye;

/// <summary>The library as a newcomer goes through it: look at the network, train, predict, save, load.</summary>
public sealed class FirstMinutesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("first-minutes").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_network_shows_what_it_is_before_it_is_made()
    {
        NetworkSummary summary = FlowerNet.Summary;

        Assert.Equal(FlowerNet.ParameterCount, summary.Layers.Sum(layer => layer.Parameters));
        Assert.Equal(["Input", "Dense", "BatchNorm", "ReLU", "Dense", "SoftmaxCrossEntropy"], summary.Layers.Select(layer => layer.Kind));
        Assert.Contains(summary.Layers, layer => layer.FusedWith is not null);
        Assert.Equal(summary.PredictionFloatsPerRow * sizeof(float), summary.PredictionBytesPerRow);
        Assert.True(summary.PredictionFloatsUnshared >= summary.PredictionFloatsPerRow);
    }

    [Fact]
    public void It_is_trained_measured_used_saved_and_loaded()
    {
        var (train, test) = FlowerNet.Data().Split(0.8, seed: 1);
        var net = new FlowerNet(seed: 42) { Normalizer = Normalizer.FitStandardize(train) };
        var trainer = new Trainer<FlowerNet>(net, new AdamW(1e-2f)) { BatchSize = 16, Clipping = new ByNorm(1) };
        TrainingHistory history = trainer.Fit(train, test, epochs: 20);
        Evaluation evaluation = trainer.Evaluate(test);

        Assert.Equal((new AdamW(1e-2f), 1f), (trainer.Optimizer, ((ByNorm)trainer.Clipping!).Max));
        Assert.Equal(20, history.SamplesPerSecond.Length);
        Assert.Equal(3, evaluation.ConfusionMatrix!.Classes);
        Assert.Equal((new Accuracy(), evaluation["Accuracy"]), (evaluation.Metrics[0].Metric, evaluation.Metrics[0].Value));
        Assert.True(evaluation["Accuracy"] > 0.9, evaluation.ToString());

        IPredictor predictor = net.CreatePredictor(maxBatchSize: 8);
        Assert.Equal((4, 3, 1, 8), (predictor.InputLength, predictor.OutputLength, predictor.OutputPositions, predictor.MaxBatchSize));
        var probabilities = new float[3];
        predictor.Predict(test.Input(0), probabilities);
        Assert.Equal(Array.IndexOf(probabilities, probabilities.Max()), predictor.Classify(test.Input(0)));
        var classes = new int[2];
        predictor.Classify((float[])[.. test.Input(0), .. test.Input(1)], classes);
        Assert.Equal(predictor.Classify(test.Input(1)), classes[1]);

        string path = Path.Combine(_folder, "flower.safetensors");
        net.Save(path);
        var again = new float[3];
        FlowerNet.Load(path).CreatePredictor().Predict(test.Input(0), again);
        Assert.Equal(probabilities, again);
    }

    [Fact]
    public void Its_layers_and_their_numbers_are_at_hand()
    {
        var net = new FlowerNet(seed: 1);
        net.BatchNorm1.LearningRateMultiplier = 0.5f;

        Assert.True(net.State.ContainsKey("dense1.weight"));
        Assert.Equal(Enumerable.Repeat(1f, 16), net.BatchNorm1.Gamma.ToArray());
        Assert.Equal(0.5f, net.BatchNorm1.LearningRateMultiplier);
    }

    [Fact]
    public void Several_networks_predict_together()
    {
        var ensemble = new Ensemble([new FlowerNet(seed: 1).CreatePredictor(), new FlowerNet(seed: 2).CreatePredictor()]);
        Assert.Equal((4, 3), (ensemble.InputLength, ensemble.OutputLength));
    }

    [Fact]
    public void A_declaration_with_errors_is_named_by_its_rule() =>
        Assert.Equal("LW1011", new NetworkDeclarationException("LW1011", "The kernel is larger than its input.").RuleId);
}
