using Layerwright.Tests.Images;
using Layerwright.Tests.Networks;
using Layerwright.Tests.Runtime;
using Layerwright.Tests.Training;

namespace Layerwright.Tests.Search;

public class EnsembleTests
{
    private static readonly Dataset s_data = Samples.Spiral(20);

    private static readonly float[] s_rows = [.. Enumerable.Range(0, 20).SelectMany(row => s_data.Input(row).ToArray())];

    [Fact]
    public void Predictions_are_the_mean_of_the_members()
    {
        Predictor<SpiralNet>[] members = [.. Enumerable.Range(1, 3).Select(seed => new SpiralNet((ulong)seed).CreatePredictor(20))];
        var ensemble = new Ensemble(members);
        float[] probabilities = new float[60], raw = new float[60], one = new float[60];

        ensemble.Predict(s_rows, probabilities);
        ensemble.Forward(s_rows, raw);

        double[] meanProbability = new double[60], meanRaw = new double[60];
        foreach (Predictor<SpiralNet> member in members)
        {
            member.Predict(s_rows, one);
            meanProbability = [.. meanProbability.Zip(one, (sum, value) => sum + (value / 3.0))];
            member.Forward(s_rows, one);
            meanRaw = [.. meanRaw.Zip(one, (sum, value) => sum + (value / 3.0))];
        }

        Assert.All(probabilities.Zip(meanProbability), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
        Assert.All(raw.Zip(meanRaw), pair => Assert.Equal(pair.Second, pair.First, 1e-5));
        Assert.Same(members[1], ensemble.Members[1]);
    }

    [Fact]
    public void Classes_are_those_of_the_mean_probabilities_row_by_row_and_together()
    {
        var ensemble = new Ensemble([.. Enumerable.Range(1, 5).Select(seed => Scaled(new SpiralNet((ulong)seed), 20f).CreatePredictor(20))]);
        float[] probabilities = new float[60];
        ensemble.Predict(s_rows, probabilities);
        int[] expected = [.. probabilities.Chunk(3).Select(row => Array.IndexOf(row, row.Max()))], found = new int[20];

        ensemble.Classify(s_rows, found);

        Assert.Equal(expected, found);
        Assert.Equal(expected, s_rows.Chunk(2).Select(row => ensemble.Classify(row)));
        Assert.True(expected.Distinct().Count() > 1);
    }

    [Fact]
    public void One_member_alone_is_that_member()
    {
        Predictor<SpiralNet> member = new SpiralNet(1).CreatePredictor(20);
        float[] alone = new float[60], ensemble = new float[60];
        member.Predict(s_rows, alone);
        new Ensemble([member]).Predict(s_rows, ensemble);
        Assert.Equal(alone, ensemble);
    }

    [Fact]
    public void A_single_output_is_yes_above_one_half_where_it_is_a_probability_and_above_0_where_it_is_a_score()
    {
        // Two that say no with little certainty, and one that says yes with much: the mean of raw outputs would be yes.
        float[] biases = [-1, -1, 4];
        float[] row = [0, 0];
        var answers = new Ensemble([.. biases.Select(bias => Biased(new OneAnswer(1), bias).CreatePredictor())]);
        float[] mean = new float[1];
        answers.Predict(row, mean);
        Assert.InRange(mean[0], 0.4f, 0.6f);
        Assert.Equal(mean[0] > 0.5f ? 1 : 0, answers.Classify(row));
        Assert.Equal(0, new Ensemble([.. biases.Append(-1).Select(bias => Biased(new OneAnswer(1), bias).CreatePredictor())]).Classify(row));

        // Scores between 0 and one half are yes.
        Assert.Equal(1, new Ensemble([Biased(new OneNumber(1), 0.3f).CreatePredictor(), Biased(new OneNumber(1), 0.1f).CreatePredictor()]).Classify(row));
        Assert.Equal(0, new Ensemble([Biased(new OneNumber(1), 0.1f).CreatePredictor(), Biased(new OneNumber(1), -0.3f).CreatePredictor()]).Classify(row));
    }

    [Fact]
    public void Positions_each_have_a_class()
    {
        var ensemble = new Ensemble([new ClassifiedPixels(1).CreatePredictor(2), new ClassifiedPixels(2).CreatePredictor(2)]);
        float[] images = TestRows.Numbers(2 * ClassifiedPixels.InputLength), probabilities = new float[2 * ClassifiedPixels.OutputLength];
        int[] classes = new int[2 * ensemble.OutputPositions];

        ensemble.Classify(images, classes);
        ensemble.Predict(images, probabilities);

        int columns = ClassifiedPixels.OutputLength / ensemble.OutputPositions;
        Assert.Equal(probabilities.Chunk(columns).Select(line => Array.IndexOf(line, line.Max())), classes);
        Assert.Throws<InvalidOperationException>(() => ensemble.Classify(images.AsSpan(0, ClassifiedPixels.InputLength)));
    }

    [Fact]
    public void Checkpoints_of_a_run_err_less_together_than_one()
    {
        using var folder = new CheckpointFolder();
        var (train, test) = Samples.Spiral(400).Split(0.5, seed: 1);
        new Trainer<SpiralNet>(new SpiralNet(1), new Adam(0.05f)) { BatchSize = 10, Observers = [new Checkpointer(folder["{epoch}"])] }.Fit(train, epochs: 12);
        string[] files = [.. Enumerable.Range(8, 5).Select(epoch => folder[$"{epoch}"])];

        double[] alone = [.. files.Select(file => Loss(SpiralNet.Load(file).CreatePredictor(), test))];
        double together = Loss(Ensemble.OfCheckpoints<SpiralNet>(files), test);

        // The loss is convex in the probabilities: the mean's is below the mean of the losses.
        Assert.True(together < alone.Average(), $"{together} together, {alone.Average()} alone");
        Assert.Equal(5, Ensemble.OfCheckpoints<SpiralNet>(files).Members.Count);
    }

    [Fact]
    public void Ensembles_allocate_nothing_when_they_predict()
    {
        var ensemble = new Ensemble([new SpiralNet(1).CreatePredictor(20), new SpiralNet(2).CreatePredictor(30)]);
        var answers = new Ensemble([new OneAnswer(1).CreatePredictor(20)]);
        float[] outputs = new float[60];
        int[] classes = new int[20];
        Assert.Equal(20, ensemble.MaxBatchSize);
        Assert.Equal(0, TeamAllocations.Fewest(() => ensemble.Predict(s_rows, outputs), 50, 1));
        Assert.Equal(0, TeamAllocations.Fewest(() => ensemble.Forward(s_rows, outputs), 50, 1));
        Assert.Equal(0, TeamAllocations.Fewest(() => ensemble.Classify(s_rows, classes), 50, 1));
        Assert.Equal(0, TeamAllocations.Fewest(() => ensemble.Classify(s_rows.AsSpan(0, 2)), 50, 1));
        Assert.Equal(0, TeamAllocations.Fewest(() => answers.Classify(s_rows, classes), 50, 1));
    }

    [Fact]
    public void Members_that_do_not_fit_and_wrong_lengths_are_refused()
    {
        void AssertMessage<TException>(string message, Action action)
            where TException : Exception => Assert.Contains(message, Assert.Throws<TException>(action).Message, StringComparison.Ordinal);
        void AssertRefused(string message, IPredictor[] members) =>
            Assert.Contains(message, Assert.Throws<ArgumentException>(() => new Ensemble(members)).Message, StringComparison.Ordinal);

        Predictor<SpiralNet> two = new SpiralNet(1).CreatePredictor(2);
        AssertRefused("one member at least", []);
        AssertRefused("Member 1 is null", [two, null!]);
        AssertRefused(
            "Member 1 takes rows of 3 numbers and gives 2, of 1 positions; member 0 takes rows of 2 numbers and gives 3, of 1 positions.",
            [two, new LinearNet(1).CreatePredictor()]);
        Assert.Throws<ArgumentNullException>(() => new Ensemble(null!));

        var ensemble = new Ensemble([two, new SpiralNet(1).CreatePredictor(9)]);
        AssertMessage<ArgumentException>("There is room for 2 rows", () => ensemble.Predict(new float[6], new float[9]));
        AssertMessage<ArgumentException>("The ensemble takes rows of 2 numbers", () => ensemble.Predict(new float[3], new float[3]));
        AssertMessage<ArgumentException>("1 rows of 3 outputs need 3 numbers; there is room for 4", () => ensemble.Predict(new float[2], new float[4]));
        AssertMessage<ArgumentException>("Classify takes one row; these are 2", () => ensemble.Classify(new float[4]));
        AssertMessage<ArgumentException>("need 2 numbers", () => ensemble.Classify(new float[4], new int[1]));
        var shared = new float[5];
        AssertMessage<ArgumentException>("share memory", () => ensemble.Predict(shared.AsSpan(0, 2), shared.AsSpan(1, 3)));

        AssertMessage<ArgumentException>("no files", () => Ensemble.OfCheckpoints<SpiralNet>([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ensemble.OfCheckpoints<SpiralNet>(["a"], 0));
        Assert.Throws<FileNotFoundException>(() => Ensemble.OfCheckpoints<SpiralNet>([Path.Combine(Path.GetTempPath(), "no such checkpoint")]));
    }

    private static SpiralNet Scaled(SpiralNet net, float factor)
    {
        foreach (StateEntry entry in net.State.Values)
        {
            entry.CopyFrom([.. entry.ToArray().Select(value => factor * value)]);
        }

        return net;
    }

    private static OneAnswer Biased(OneAnswer net, float bias)
    {
        net.Dense1.Bias!.CopyFrom([bias]);
        return net;
    }

    private static OneNumber Biased(OneNumber net, float bias)
    {
        net.Dense1.Bias!.CopyFrom([bias]);
        return net;
    }

    private static double Loss(IPredictor predictor, Dataset data) => Enumerable.Range(0, data.Count).Average(row =>
    {
        var probabilities = new float[3];
        predictor.Predict(data.Input(row), probabilities);
        return -Math.Log(probabilities[data.Label(row)]);
    });
}
