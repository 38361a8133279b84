namespace Layerwright.Tests.Networks;

public class PredictorTests
{
    private static readonly float[] s_inputs = TestRows.Numbers(100 * Classifier.InputLength);

    [Fact]
    public void Probabilities_are_the_softmax_of_the_raw_outputs()
    {
        Predictor<Classifier> predictor = new Classifier(1).CreatePredictor(100);
        float[] raw = new float[500], probabilities = new float[500];
        predictor.Forward(s_inputs, raw);
        predictor.Predict(s_inputs, probabilities);
        for (int row = 0; row < 100; row++)
        {
            double[] exponentials = [.. raw[(row * 5)..((row * 5) + 5)].Select(value => Math.Exp(value))];
            for (int i = 0; i < 5; i++)
            {
                Assert.Equal(exponentials[i] / exponentials.Sum(), probabilities[(row * 5) + i], 1e-6);
            }
        }
    }

    [Fact]
    public void A_rows_outputs_do_not_depend_on_the_batch_around_it()
    {
        var network = new Classifier(1);
        var together = new float[500];
        network.CreatePredictor(100).Forward(s_inputs, together);
        Predictor<Classifier> single = network.CreatePredictor();
        var alone = new float[5];
        for (int row = 0; row < 100; row++)
        {
            single.Forward(s_inputs.AsSpan(row * 7, 7), alone);
            Assert.Equal(together[(row * 5)..((row * 5) + 5)], alone, (a, b) => Math.Abs(a - b) <= 1e-5f);
        }
    }

    [Fact]
    public void A_class_is_the_largest_output()
    {
        Predictor<Classifier> predictor = new Classifier(1).CreatePredictor();
        var raw = new float[5];
        for (int row = 0; row < 20; row++)
        {
            Span<float> input = s_inputs.AsSpan(row * 7, 7);
            predictor.Forward(input, raw);
            Assert.Equal(Array.IndexOf(raw, raw.Max()), predictor.Classify(input));
        }
    }

    [Fact]
    public void With_one_output_the_class_is_whether_its_probability_is_above_a_half()
    {
        Predictor<YesOrNo> predictor = new YesOrNo(6).CreatePredictor();
        var probability = new float[1];
        var classes = new HashSet<int>();
        for (int row = 0; row < 50; row++)
        {
            float[] input = TestRows.Numbers(4, row);
            predictor.Predict(input, probability);
            int found = predictor.Classify(input);
            Assert.Equal(probability[0] > 0.5f ? 1 : 0, found);
            classes.Add(found);
        }

        Assert.Equal(2, classes.Count);
    }

    [Fact]
    public void A_predictor_keeps_its_weights_until_it_is_refreshed()
    {
        var network = new Classifier(1);
        Predictor<Classifier> predictor = network.CreatePredictor(100), shared = predictor.Share();
        float[] first = Outputs(predictor);
        network.CreateTrainingStep(100, 1).Step(s_inputs, TestRows.Labels(100, 5), new Sgd(0.5f));
        Assert.Equal(first, Outputs(predictor));

        predictor.Refresh();
        float[] refreshed = Outputs(predictor);
        Assert.NotEqual(first, refreshed);
        Assert.Equal(refreshed, Outputs(shared));
        Assert.Equal(refreshed, Outputs(network.CreatePredictor(100)));
    }

    [Fact]
    public void One_row_of_a_narrow_layer_follows_the_weights_as_a_batch_does()
    {
        var network = new Narrow(1);
        Predictor<Narrow> predictor = network.CreatePredictor(2), shared = predictor.Share();
        for (int step = 0; step < 3; step++)
        {
            predictor.Refresh();
            float[] both = new float[4], first = new float[2], second = new float[2];
            predictor.Predict([0.5f, -1, 2, 1, 0, -2], both);
            predictor.Predict([0.5f, -1, 2], first);
            shared.Predict([1f, 0, -2], second);
            Assert.All(both.Zip([.. first, .. second]), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
            network.CreateTrainingStep(1, 1).Step([0.5f, -1, 2], new float[] { 1, -1 }, new Sgd(0.05f));
        }
    }

    [Fact]
    public void A_write_to_the_state_is_seen_by_the_next_refresh()
    {
        var network = new Classifier(1);
        Predictor<Classifier> predictor = network.CreatePredictor(100);
        float[] first = Outputs(predictor);
        foreach (StateEntry entry in network.State.Values)
        {
            float[] values = entry.ToArray();
            entry.CopyFrom([.. values.Select(value => value + 0.1f)]);
            predictor.Refresh();
            float[] moved = Outputs(predictor);
            Assert.NotEqual(first, moved);
            entry.CopyFrom(values);
        }

        predictor.Refresh();
        Assert.Equal(first, Outputs(predictor));
    }

    [Fact]
    public void A_normaliser_is_part_of_the_snapshot()
    {
        float[] raw = [.. s_inputs.Select(value => (value * 40) - 100)];
        Normalizer normalizer = Normalizer.FitStandardize(Dataset.FromLabels(raw, new int[100], 5).AsTrainingSet());
        float[] normalised = [.. raw];
        normalizer.Apply(normalised);
        var network = new Classifier(1);
        Predictor<Classifier> predictor = network.CreatePredictor(100);
        float[] expected = Outputs(predictor, normalised), without = Outputs(predictor, raw);

        network.Normalizer = normalizer;
        Assert.Equal(without, Outputs(predictor, raw));
        predictor.Refresh();
        Assert.Equal(expected, Outputs(predictor, raw));
        network.Normalizer = null;
        predictor.Refresh();
        Assert.Equal(without, Outputs(predictor, raw));
    }

    [Fact]
    public void A_normaliser_of_another_length_is_refused()
    {
        Normalizer normalizer = Normalizer.FitStandardize(Dataset.FromLabels(new float[16], new int[2], 5).AsTrainingSet());
        Assert.Contains("rows of 7 numbers; this normaliser was fitted on rows of 8",
            Assert.Throws<ArgumentException>(() => new Classifier(1).Normalizer = normalizer).Message);
    }

    [Fact]
    public void What_is_not_a_number_comes_out_as_such()
    {
        var outputs = new float[5];
        new Classifier(1).CreatePredictor().Predict(Enumerable.Repeat(float.NaN, 7).ToArray(), outputs);
        Assert.All(outputs, output => Assert.True(float.IsNaN(output)));
    }

    [Fact]
    public void Wrong_lengths_are_named()
    {
        Predictor<Classifier> predictor = new Classifier(1).CreatePredictor(2);
        Check("inputs", "rows of 7 numbers; 8 numbers", () => predictor.Predict(new float[8], new float[5]));
        Check("inputs", "room for 2 rows", () => predictor.Predict(new float[21], new float[15]));
        Check("inputs", "takes float inputs, 7 a row; these are int tokens", () => predictor.Predict(new int[7], new float[5]));
        Check("outputs", "2 rows of 5 outputs need 10 numbers; there is room for 9", () => predictor.Forward(new float[14], new float[9]));
        float[] shared = new float[17];
        Check("outputs", "share memory", () => predictor.Predict(shared.AsSpan(0, 7), shared.AsSpan(6, 5)));
        predictor.Predict(shared.AsSpan(0, 7), shared.AsSpan(7, 5));
        Check("input", "takes one row; these are 2", () => predictor.Classify(new float[14]));

        static void Check(string argument, string message, Action action)
        {
            var exception = Assert.Throws<ArgumentException>(action);
            Assert.Equal(argument, exception.ParamName);
            Assert.Contains(message, exception.Message);
        }
    }

    private static float[] Outputs(Predictor<Classifier> predictor, float[]? inputs = null)
    {
        var outputs = new float[500];
        predictor.Predict(inputs ?? s_inputs, outputs);
        return outputs;
    }
}
