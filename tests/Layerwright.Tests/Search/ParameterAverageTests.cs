using Layerwright.Tests.Training;

namespace Layerwright.Tests.Search;

public class ParameterAverageTests
{
    private static readonly Dataset s_data = Samples.Spiral(60);

    [Fact]
    public void A_running_average_is_that_of_the_weights_after_each_update()
    {
        var average = new ParameterAverage<NormalisedNet>(decay: 0.8f);
        var weights = new Weights();
        NormalisedNet net = Fit([weights, average], epochs: 4);

        // As AveragedModel: the first update is taken as it is.
        double[] expected = [.. weights.AfterStep[0]];
        foreach (double[] later in weights.AfterStep.Skip(1))
        {
            expected = [.. expected.Zip(later, (mean, present) => (0.8 * mean) + (0.2 * present))];
        }

        Assert.Equal((12, 12), (average.Count, weights.AfterStep.Count));
        Assert.All(Samples.Values(average.State).Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-5));
        Assert.NotEqual(Samples.Values(net.State), Samples.Values(average.State));
        Assert.Equal(Samples.Values(Fit([], epochs: 4).State), Samples.Values(net.State));
    }

    [Fact]
    public void Its_predictor_is_that_of_a_network_with_the_averaged_weights()
    {
        var average = new ParameterAverage<NormalisedNet>(decay: 0.9f);
        NormalisedNet net = Fit([average], epochs: 3);
        Predictor<NormalisedNet> predictor = average.CreatePredictor(maxBatchSize: 4);
        var copy = new NormalisedNet(9) { Normalizer = net.Normalizer };
        copy.CopyFrom(average.State);
        Assert.Equal(Predictions(copy.CreatePredictor(4)), Predictions(predictor));
        Assert.NotEqual(Predictions(net.CreatePredictor(4)), Predictions(predictor));

        // It is a snapshot; the average goes on with the next fit.
        float[] before = Predictions(predictor);
        new Trainer<NormalisedNet>(net, new Adam(0.05f)) { BatchSize = 20, Observers = [average] }.Fit(s_data, epochs: 3);
        Assert.Equal(before, Predictions(predictor));
        predictor.Refresh();
        copy.CopyFrom(average.State);
        Assert.Equal(Predictions(copy.CreatePredictor(4)), Predictions(predictor));
        Assert.NotEqual(before, Predictions(predictor));
    }

    [Fact]
    public void Averaged_weights_lose_the_noise_of_the_last_steps()
    {
        Dataset test = Samples.Linear(200);
        var random = new Random(2);
        Dataset train = Dataset.FromTargets(
            Enumerable.Range(0, 200).SelectMany(row => test.Input(row).ToArray()).ToArray(),
            Enumerable.Range(0, 200).SelectMany(row => test.Target(row).ToArray()).Select(value => value + random.NextSingle() - 0.5f).ToArray(),
            2);
        var net = new LinearNet(seed: 1);
        var average = new ParameterAverage<LinearNet>(decay: 0.98f);

        // Targets are noisy and the rate is high: the weights never come to rest.
        new Trainer<LinearNet>(net, new Adam(0.1f)) { BatchSize = 4, Observers = [average] }.Fit(train, epochs: 30);

        Assert.True(Error(average.CreatePredictor(), test) < 0.5 * Error(net.CreatePredictor(), test));
    }

    [Fact]
    public void Checkpoints_are_averaged_with_equal_weights()
    {
        using var folder = new CheckpointFolder();
        NormalisedNet net = Fit([new Checkpointer(folder["{epoch}"])], epochs: 4);
        string[] files = [.. Enumerable.Range(1, 4).Select(epoch => folder[$"{epoch}"])];

        ParameterAverage<NormalisedNet> average = ParameterAverage<NormalisedNet>.OfCheckpoints(files);

        double[][] weights = [.. files.Select(file => Samples.Values(NormalisedNet.Load(file).State).Select(value => (double)value).ToArray())];
        double[] expected = [.. weights[0].Select((_, i) => weights.Average(one => one[i]))];
        Assert.Equal(expected.Select(value => (float)value), Samples.Values(average.State));
        Assert.Equal(4, average.Count);
        Assert.Equal(
            Predictions(net.CreatePredictor(4)),
            Predictions(ParameterAverage<NormalisedNet>.OfCheckpoints([files[3], files[3], files[3]]).CreatePredictor(4)));
    }

    [Fact]
    public void What_is_frozen_stays_as_it_is()
    {
        var average = new ParameterAverage<HalfFrozenNet>(decay: 0.7f);
        var net = new HalfFrozenNet(1);
        new Trainer<HalfFrozenNet>(net, new Adam(0.05f)) { BatchSize = 20, Observers = [average] }.Fit(s_data, epochs: 3);
        Assert.Equal(net.Dense1.Weight.ToArray(), average.State["dense1.weight"].ToArray());
        Assert.NotEqual(net.Dense2.Weight.ToArray(), average.State["dense2.weight"].ToArray());
    }

    [Fact]
    public void Updates_allocate_nothing()
    {
        var counted = new AllocationCounter(new ParameterAverage<NormalisedNet>());
        Fit([counted], epochs: 4);
        Assert.Equal(0, counted.Bytes);
    }

    [Fact]
    public void Misuse_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParameterAverage<SpiralNet>(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParameterAverage<SpiralNet>(-0.1f));
        Assert.Throws<ArgumentException>(() => ParameterAverage<SpiralNet>.OfCheckpoints([]));
        var average = new ParameterAverage<SpiralNet>();
        Assert.Contains("Nothing has been averaged", Assert.Throws<InvalidOperationException>(() => average.State).Message);
        Assert.Throws<InvalidOperationException>(() => average.CreatePredictor());
        Assert.Contains("This average is of SpiralNet; the trainer's network is NormalisedNet.", Assert.Throws<InvalidOperationException>(() => Fit([average], 1)).Message);

        new Trainer<SpiralNet>(new SpiralNet(1), new Adam()) { Observers = [average] }.Fit(s_data, epochs: 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => average.CreatePredictor(0));
        Assert.Contains(
            "another network already",
            Assert.Throws<InvalidOperationException>(() => new Trainer<SpiralNet>(new SpiralNet(1), new Adam()) { Observers = [average] }.Fit(s_data, epochs: 1)).Message);
    }

    private static NormalisedNet Fit(ITrainingObserver[] observers, int epochs)
    {
        var net = new NormalisedNet(seed: 3) { Normalizer = Normalizer.FitStandardize(s_data.AsTrainingSet()) };
        new Trainer<NormalisedNet>(net, new Adam(0.05f)) { BatchSize = 20, Observers = observers }.Fit(s_data, epochs: epochs);
        return net;
    }

    private static float[] Predictions(Predictor<NormalisedNet> predictor)
    {
        var outputs = new float[12];
        predictor.Predict(new float[] { 0.1f, 0.2f, -0.4f, 0.8f, 0.5f, -0.5f, -0.3f, -0.9f }, outputs);
        return outputs;
    }

    private static double Error(Predictor<LinearNet> predictor, Dataset data) => Enumerable.Range(0, data.Count).Average(row =>
    {
        var outputs = new float[2];
        predictor.Predict(data.Input(row), outputs);
        return Math.Pow(outputs[0] - data.Target(row)[0], 2) + Math.Pow(outputs[1] - data.Target(row)[1], 2);
    });

    private sealed class Weights : ITrainingObserver
    {
        public List<double[]> AfterStep { get; } = [];

        public void OnStepCompleted(TrainingRun run) => AfterStep.Add([.. Samples.Values(run.State).Select(value => (double)value)]);
    }

    private sealed class AllocationCounter(ITrainingObserver inner) : ITrainingObserver
    {
        public long Bytes { get; private set; }

        public void OnFitStarting(TrainingRun run) => inner.OnFitStarting(run);

        public void OnStepCompleted(TrainingRun run)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            inner.OnStepCompleted(run);
            Bytes += run.Step > 1 ? GC.GetAllocatedBytesForCurrentThread() - before : 0;
        }
    }
}
