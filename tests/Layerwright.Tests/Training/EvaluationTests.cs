namespace Layerwright.Tests.Training;

public class EvaluationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    public void Loss_and_accuracy_are_means_over_rows_whatever_the_batch_size(int batchSize)
    {
        Dataset data = Samples.Spiral(61);
        var net = new NormalisedNet(seed: 4) { Normalizer = Normalizer.FitStandardize(data.AsTrainingSet()) };
        new Trainer<NormalisedNet>(net, new Adam(0.01f)).Fit(data, epochs: 3);

        Evaluation evaluation = new Trainer<NormalisedNet>(net, new Adam()) { BatchSize = batchSize }.Evaluate(data);

        Predictor<NormalisedNet> predictor = net.CreatePredictor();
        var probabilities = new float[3];
        double loss = 0;
        var counts = new long[3, 3];
        for (int row = 0; row < data.Count; row++)
        {
            predictor.Predict(data.Input(row), probabilities);
            loss -= Math.Log(probabilities[data.Label(row)]) / data.Count;
            counts[data.Label(row), Array.IndexOf(probabilities, probabilities.Max())]++;
        }

        Assert.Equal(61, evaluation.Rows);
        Assert.Equal(loss, evaluation.Loss, 1e-5);
        for (int actual = 0; actual < 3; actual++)
        {
            for (int predicted = 0; predicted < 3; predicted++)
            {
                Assert.Equal(counts[actual, predicted], evaluation.ConfusionMatrix![actual, predicted]);
            }
        }

        Assert.Equal((counts[0, 0] + counts[1, 1] + counts[2, 2]) / 61.0, evaluation["Accuracy"]);
        Assert.Equal(evaluation["Accuracy"], evaluation.ConfusionMatrix!.Accuracy);
    }

    [Fact]
    public void Evaluating_changes_nothing()
    {
        Dataset data = Samples.Spiral(50);
        var net = new NormalisedNet(seed: 4);
        var trainer = new Trainer<NormalisedNet>(net, new Adam());
        float[] before = Samples.Values(net.State);

        Assert.Equal(trainer.Evaluate(data).Loss, trainer.Evaluate(data).Loss);
        Assert.Equal(before, Samples.Values(net.State));
    }

    [Fact]
    public void Penalties_are_no_part_of_it()
    {
        Dataset data = Samples.Linear(40);
        var net = new PenalisedNet(seed: 2);
        var trainer = new Trainer<PenalisedNet>(net, new Sgd(0)) { BatchSize = 40, Metrics = [new RootMeanSquaredError(), new MeanAbsoluteError()] };

        Evaluation evaluation = trainer.Evaluate(data);
        double trained = trainer.Fit(data, epochs: 1).TrainingLoss[0];

        double penalty = 0.5 * 0.25 * Samples.Values(net.Dense1.Weight).Sum(weight => (double)weight * weight);
        Assert.Equal(evaluation["RMSE"] * evaluation["RMSE"], evaluation.Loss, 1e-5);
        Assert.Equal(evaluation.Loss + penalty, trained, 1e-5);
        Assert.Throws<KeyNotFoundException>(() => evaluation["Accuracy"]);
    }

    [Fact]
    public void It_reads_as_a_line_and_a_table()
    {
        string text = new Trainer<SpiralNet>(new SpiralNet(seed: 1), new Adam()).Evaluate(Samples.Spiral(1200)).ToString();

        Assert.StartsWith("1,200 rows: loss ", text, StringComparison.Ordinal);
        Assert.Matches(@", Accuracy \d+\.\d\d %\n\nactual", text);
    }
}
