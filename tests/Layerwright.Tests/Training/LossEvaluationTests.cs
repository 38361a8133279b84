namespace Layerwright.Tests.Training;

/// <summary>Losses and metrics of data sets whose rows do not all count alike.</summary>
public class LossEvaluationTests
{
    private static readonly Dataset s_data = WithIgnored(Samples.Spiral(61));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    public void Ignored_rows_count_in_nothing_whatever_the_batch_size(int batchSize)
    {
        var net = new IgnoringNet(seed: 4);
        float[] weights = [1, 0.5f, 3];
        var trainer = new Trainer<IgnoringNet>(net, new Sgd(0.1f))
        {
            BatchSize = batchSize,
            ClassWeights = weights,
            Metrics = [new Accuracy(), new Recall(1), new RocAuc(1)],
        };

        Evaluation evaluation = trainer.Evaluate(s_data);

        int[] counted = [.. Enumerable.Range(0, 61).Where(row => s_data.Label(row) >= 0)];
        Dataset rest = Dataset.FromLabels(
            counted.SelectMany(row => s_data.Input(row).ToArray()).ToArray(), counted.Select(row => s_data.Label(row)).ToArray(), 3);
        var predictor = net.CreatePredictor();
        var probabilities = new float[3];
        double sum = 0, divisor = 0;
        foreach (int row in counted)
        {
            predictor.Predict(s_data.Input(row), probabilities);
            sum -= weights[s_data.Label(row)] * Math.Log(probabilities[s_data.Label(row)]);
            divisor += weights[s_data.Label(row)];
        }

        Assert.Equal(sum / divisor, evaluation.Loss, 1e-5);
        Assert.Equal(counted.Length, evaluation.ConfusionMatrix!.Total);
        Evaluation expected = trainer.Evaluate(rest);
        Assert.Equal(expected.Loss, evaluation.Loss, 1e-6);
        Assert.All(evaluation.Metrics.Zip(expected.Metrics), pair => Assert.Equal(pair.Second, pair.First));
        Assert.Equal(expected.ConfusionMatrix!.ToString(), evaluation.ConfusionMatrix.ToString());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    public void A_training_loss_is_over_the_rows_that_count_whatever_the_batch_size(int batchSize)
    {
        var trainer = new Trainer<IgnoringNet>(new IgnoringNet(seed: 4), new Sgd(0)) { BatchSize = batchSize, ClassWeights = new[] { 1, 0.5f, 3 } };
        double penalty = 0.25 * Samples.Values(trainer.Network.Dense1.Weight).Sum(weight => (double)weight * weight);

        double trained = trainer.Fit(s_data, epochs: 1).TrainingLoss[0];

        Assert.Equal(trainer.Evaluate(s_data).Loss + penalty, trained, 1e-5);
    }

    [Fact]
    public void Of_a_data_set_of_ignored_rows_alone_the_loss_is_0_and_metrics_are_no_number()
    {
        Dataset data = Dataset.FromLabels(new float[6], new[] { -1, -1, -1 }, 3, ignoreLabel: -1);
        Evaluation evaluation = new Trainer<IgnoringNet>(new IgnoringNet(1), new Sgd()).Evaluate(data);
        Assert.Equal(0, evaluation.Loss);
        Assert.True(double.IsNaN(evaluation["Accuracy"]));
    }

    [Fact]
    public void Probabilities_are_measured_by_the_most_probable_class()
    {
        Dataset labels = Samples.Spiral(90);
        float[] soft = [.. Enumerable.Range(0, 90).SelectMany(row => Enumerable.Range(0, 3).Select(column => column == labels.Label(row) ? 0.8f : 0.1f))];
        Dataset probabilities = Dataset.FromTargets(Enumerable.Range(0, 90).SelectMany(row => labels.Input(row).ToArray()).ToArray(), soft, 3);
        var net = new SpiralNet(seed: 3);
        var trainer = new Trainer<SpiralNet>(net, new Adam(0.02f)) { BatchSize = 32, Metrics = [new Accuracy(), new F1(), new TopK(2)] };

        TrainingHistory history = trainer.Fit(probabilities, probabilities, epochs: 60);

        Evaluation ofLabels = trainer.Evaluate(labels), ofProbabilities = trainer.Evaluate(probabilities);
        Assert.True(ofProbabilities["Accuracy"] > 0.95, $"{ofProbabilities}");
        Assert.True(history.ValidationLoss[^1] < history.ValidationLoss[0]);
        Assert.All(ofLabels.Metrics.Zip(ofProbabilities.Metrics), pair => Assert.Equal(pair.First, pair.Second));
        Assert.Equal(ofLabels.ConfusionMatrix!.ToString(), ofProbabilities.ConfusionMatrix!.ToString());

        // Its own entropy, at least: −0.8·ln 0.8 − 0.2·ln 0.1.
        Assert.InRange(ofProbabilities.Loss, 0.6390, 0.8);
    }

    [Fact]
    public void Early_stopping_can_look_at_any_metric()
    {
        var (train, validation) = Samples.Spiral(200).Split(0.7, seed: 1);
        var trainer = new Trainer<SpiralNet>(new SpiralNet(seed: 3), new Adam(0.02f)) { EarlyStopping = new EarlyStopping(100, new RocAuc(1)) };

        TrainingHistory history = trainer.Fit(train, validation, epochs: 12);

        double[] areas = history.ValidationMetric(new RocAuc(1)).ToArray();
        Assert.Equal(areas.Max(), areas[history.BestEpoch - 1]);
        trainer = new Trainer<SpiralNet>(trainer.Network, new Adam()) { Metrics = [new RocAuc(1)] };
        Assert.Equal(areas.Max(), trainer.Evaluate(validation)["ROC AUC(1)"], 12);
    }

    [Fact]
    public void A_regression_is_measured_by_what_it_explains()
    {
        Dataset data = Samples.Linear(120);
        var trainer = new Trainer<LinearNet>(new LinearNet(seed: 1), new Adam(0.05f)) { Metrics = [new RSquared()] };
        double before = trainer.Evaluate(data)["R²"];
        trainer.Fit(data, epochs: 60);
        Assert.True(before < 0.7 && trainer.Evaluate(data)["R²"] > 0.999, $"{before} → {trainer.Evaluate(data)["R²"]}");
    }

    [Fact]
    public void Data_and_network_must_agree_on_the_label_that_does_not_count()
    {
        ClassMetricTests.AssertMessage(
            "This data set has rows of the label -1 that shall not count; the loss of SpiralNet does not ignore it: declare it with IgnoreLabel = -1.",
            () => new Trainer<SpiralNet>(new SpiralNet(1), new Sgd()).Evaluate(s_data));
        ClassMetricTests.AssertMessage(
            "does not ignore it", () => new Trainer<HingeNet>(new HingeNet(1), new Sgd()).Evaluate(s_data));
        ClassMetricTests.AssertMessage(
            "BackgroundNet ignores the label 0; rows of this data set have probabilities instead.",
            () => new Trainer<BackgroundNet>(new BackgroundNet(1), new Sgd()).Fit(Dataset.FromTargets(new float[2], new float[3], 3)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Dataset.FromLabels(new float[4], new[] { 0, -1 }, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Dataset.FromLabels(new float[4], new[] { -2, -1 }, 3, ignoreLabel: -1));
    }

    [Fact]
    public void A_stratified_split_divides_ignored_rows_like_a_class()
    {
        var (train, rest) = WithIgnored(Samples.Spiral(300)).Split(0.8, seed: 3);
        int Ignored(Dataset data) => Enumerable.Range(0, data.Count).Count(row => data.Label(row) == -1);
        Assert.Equal((48, 12), (Ignored(train), Ignored(rest)));
        Assert.Equal((-1, -1), (train.IgnoreLabel, rest.IgnoreLabel));
    }

    /// <summary>Every fifth row, from the third on, has no known class.</summary>
    private static Dataset WithIgnored(Dataset data) => Dataset.FromLabels(
        Enumerable.Range(0, data.Count).SelectMany(row => data.Input(row).ToArray()).ToArray(),
        Enumerable.Range(0, data.Count).Select(row => row % 5 == 2 ? -1 : data.Label(row)).ToArray(),
        3,
        ignoreLabel: -1);
}
