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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_interrupted_and_resumed_average_is_the_uninterrupted_one_bit_for_bit(bool comesAfterCheckpointer)
    {
        using var folder = new CheckpointFolder();
        Trainer<NormalisedNet> Create(params ITrainingObserver[] observers) => new(new NormalisedNet(seed: 3), new Adam(0.05f)) { BatchSize = 20, Observers = observers };
        ParameterAverage<NormalisedNet> fast = new(0.5f), slow = new(0.9f), fastResumed = new(0.5f), slowResumed = new(0.9f);
        Create(fast, slow).Fit(s_data, epochs: 4);

        var checkpointer = new Checkpointer(folder["{step}"]) { EverySteps = 1 };
        ParameterAverage<NormalisedNet> fastBefore = new(0.5f), slowBefore = new(0.9f);
        Create(comesAfterCheckpointer ? [checkpointer, fastBefore, slowBefore] : [fastBefore, slowBefore, checkpointer]).Fit(s_data, epochs: 4);
        Trainer<NormalisedNet>.Resume(folder["7"], [fastResumed, slowResumed]).Fit(s_data, epochs: 4);

        Assert.Equal((12, 12), (fastResumed.Count, slowResumed.Count));
        Assert.Equal(Samples.Values(fast.State), Samples.Values(fastResumed.State));
        Assert.Equal(Samples.Values(slow.State), Samples.Values(slowResumed.State));
        NormalisedNet.Load(folder["7"]);
    }

    [Fact]
    public void A_resumed_average_is_of_the_same_decay_and_begins_anew_where_none_was_kept()
    {
        using var folder = new CheckpointFolder();
        Fit([new ParameterAverage<NormalisedNet>(0.9f), new Checkpointer(folder["with"]) { EverySteps = 5, EveryEpochs = null }, new StopAt(5)], epochs: 4);
        Fit([new Checkpointer(folder["without"]) { EverySteps = 5, EveryEpochs = null }, new StopAt(5)], epochs: 4);

        var other = Trainer<NormalisedNet>.Resume(folder["with"], [new ParameterAverage<NormalisedNet>(0.8f)]);
        Assert.Contains("the decay 0.9, this one 0.8", Assert.Throws<InvalidOperationException>(() => other.Fit(s_data, epochs: 4)).Message);
        var anew = new ParameterAverage<NormalisedNet>(0.8f);
        Trainer<NormalisedNet>.Resume(folder["without"], [anew]).Fit(s_data, epochs: 4);
        Assert.Equal(7, anew.Count);
        Trainer<NormalisedNet>.Resume(folder["with"]).Fit(s_data, epochs: 4);
    }

    [Fact]
    public void A_state_that_is_no_averages_is_refused()
    {
        var average = new ParameterAverage<NormalisedNet>(0.9f);
        Assert.Throws<InvalidOperationException>(() => average.LoadState(average.SaveState()));
        Fit([average], epochs: 1);
        ObserverState state = average.SaveState();
        float[] before = Samples.Values(average.State);
        void AssertRefused(string message, ObserverState broken) =>
            Assert.Contains(message, Assert.Throws<InvalidDataException>(() => average.LoadState(broken)).Message);

        AssertRefused("does not state 'decay'", new ObserverState());
        AssertRefused("'count' is '-1'", state with { Facts = new Dictionary<string, string>(state.Facts) { ["count"] = "-1" } });
        AssertRefused("has no 'dense1.weight' of", state with { Tensors = new Dictionary<string, float[]>(state.Tensors) { ["dense1.weight"] = [1] } });
        Assert.Equal(before, Samples.Values(average.State));
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

    private sealed class StopAt(long step) : ITrainingObserver
    {
        public void OnStepCompleted(TrainingRun run)
        {
            if (run.Step == step)
            {
                run.Stop("enough");
            }
        }
    }

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
