using System.Globalization;
using Layerwright.Tests.Training;

namespace Layerwright.Tests.Insight.Monitoring;

public class MonitorRecordTests
{
    [Fact]
    public void The_record_has_the_curves_of_the_fit()
    {
        var monitor = new TrainingMonitor();
        Dataset training = Samples.Spiral(100), validation = Samples.Spiral(30, 2);
        var trainer = new Trainer<MixedNet>(new MixedNet(1), new Sgd(0.1f)) { BatchSize = 25, Schedule = new CosineDecay(), Observers = [monitor] };

        TrainingHistory history = trainer.Fit(training, validation, epochs: 3);

        TrainingRecord record = monitor.Record;
        Assert.Equal(("MixedNet", 100, 30, 3, 4, 3), (record.Summary.Name, record.TrainingRows, record.ValidationRows, record.Classes, record.StepsPerEpoch, record.PlannedEpochs));
        Assert.Equal(Enumerable.Range(0, 12).Select(i => (long)i), record.Steps.Select(step => step.Step));
        Assert.Equal(history.TrainingLoss[0], record.Steps.Take(4).Average(step => step.Loss), 5);
        Assert.Equal(0.1f, record.Steps[0].LearningRate);
        Assert.True(record.Steps[^1].LearningRate < 0.01f);
        Assert.Equal(history.TrainingLoss.ToArray(), record.Epochs.Select(epoch => epoch.TrainingLoss));
        Assert.Equal(history.ValidationLoss.ToArray(), record.Epochs.Select(epoch => epoch.ValidationLoss!.Value));
        Assert.Equal([4L, 8, 12], record.Epochs.Select(epoch => epoch.Step));

        // All rows are measured where there are so few.
        Evaluation evaluation = trainer.Evaluate(training);
        Assert.Equal(evaluation.Loss, record.Epochs[^1].MeasuredTrainingLoss, 6);
        Assert.Equal(evaluation["Accuracy"], record.Epochs[^1].TrainingAccuracy!.Value, 6);
        Assert.Equal(trainer.Evaluate(validation)["Accuracy"], record.Epochs[^1].ValidationAccuracy!.Value, 6);
    }

    [Fact]
    public void The_first_loss_is_without_penalties_and_the_expected_one_ln_C()
    {
        var net = new MixedNet(1);
        Dataset data = Samples.Spiral(50);
        double loss = net.CreateTrainingStep(50).EvaluateLoss(data.Inputs(50), data.LabelsOf(50));
        var monitor = new TrainingMonitor();

        new Trainer<MixedNet>(net, new Sgd(0.1f)) { BatchSize = 50, Observers = [monitor] }.Fit(data, epochs: 1);

        Assert.Equal(loss, monitor.Record.InitialLoss!.Value, 5);
        Assert.Equal(Math.Log(3), monitor.Record.ExpectedLoss!.Value, 6);
    }

    [Fact]
    public void Each_loss_says_what_a_network_without_knowledge_has()
    {
        Assert.Equal(Math.Log(2), Watch(new YesNoNet(1), Samples.Signs(20)).ExpectedLoss!.Value, 6);
        Assert.Equal(2, Watch(new HingeNet(1), Samples.Spiral(20)).ExpectedLoss!.Value, 6);
        Assert.Null(Watch(new LinearNet(1), Samples.Linear(20)).ExpectedLoss);
    }

    [Fact]
    public void A_guess_is_right_as_often_as_the_largest_class_is_there()
    {
        Dataset rows = Dataset.FromLabels(new float[14], new int[] { 0, 1, 1, 2, 1, 0, 1 }, 3);
        Assert.Equal(4 / 7.0, Watch(new MixedNet(1), rows).ChanceAccuracy!.Value, 6);

        Dataset signs = Samples.Signs(50);
        double yes = Enumerable.Range(0, 50).Average(row => signs.Target(row)[0] + (double)signs.Target(row)[1]) / 2;
        TrainingRecord yesNo = Watch(new YesNoNet(1), signs);
        Assert.Equal((2, Math.Max(yes, 1 - yes)), (yesNo.Classes, Math.Round(yesNo.ChanceAccuracy!.Value, 6)));

        TrainingRecord values = Watch(new LinearNet(1), Samples.Linear(20));
        Assert.Equal((0, null, null), (values.Classes, values.ChanceAccuracy, values.Epochs[0].TrainingAccuracy));

        Dataset ignoring = Dataset.FromLabels(new float[10], new int[] { -1, -1, -1, 0, 1 }, 3, ignoreLabel: -1);
        Assert.Equal(0.5, Watch(new IgnoringNet(1), ignoring).ChanceAccuracy!.Value, 6);
    }

    [Fact]
    public void Inputs_are_those_behind_the_normaliser()
    {
        var random = new Random(3);
        float[] inputs = [.. Enumerable.Range(0, 80).Select(_ => 100 + (30 * random.NextSingle()))];
        Dataset data = Dataset.FromLabels(inputs, Enumerable.Range(0, 40).Select(row => row % 3).ToArray(), 3);
        double mean = inputs.Average(), deviation = Math.Sqrt(inputs.Average(value => Math.Pow(value - mean, 2)));

        TrainingRecord raw = Watch(new MixedNet(1), data);
        TrainingRecord normalised = Watch(new MixedNet(1) { Normalizer = Normalizer.FitStandardize(data.AsTrainingSet()) }, data);

        Assert.Equal(mean, raw.InputMean, 2);
        Assert.Equal(deviation, raw.InputDeviation, 2);
        Assert.Equal(0, normalised.InputMean, 4);
        Assert.Equal(1, normalised.InputDeviation, 2);
    }

    [Fact]
    public void Every_layer_but_input_and_loss_is_recorded_with_its_facts()
    {
        TrainingRecord record = Watch(new MixedNet(1), Samples.Spiral(60));

        Assert.Equal(["Dense1", "Tanh1", "Dense2", "ReLU1", "Dense3"], record.Layers.Select(layer => layer.Name));
        Assert.Equal([true, false, true, false, true], record.Layers.Select(layer => layer.HasTrainedWeights));
        Assert.Equal([false, false, false, true, false], record.Layers.Select(layer => layer.IsRectifier));
        Assert.Equal((-1f, 1f), record.Layers[1].Bounds);
        Assert.Equal((0f, float.PositiveInfinity), record.Layers[3].Bounds);
        Assert.Null(record.Layers[0].Bounds);
    }

    [Fact]
    public void Samples_are_taken_every_so_many_steps()
    {
        var monitor = new TrainingMonitor { SampleEvery = 7 };
        new Trainer<MixedNet>(new MixedNet(1), new Sgd(0.1f)) { BatchSize = 10, Observers = [monitor] }.Fit(Samples.Spiral(200), epochs: 2);

        Assert.Equal([0L, 7, 14, 21, 28, 35], monitor.Record.Layers[0].Samples.Select(sample => sample.Step));
        Assert.Equal([true, false, false, true, false, false], monitor.Record.Layers[0].Samples.Select(sample => sample.Weights is not null));
    }

    [Theory]
    [InlineData(20, 2)]
    [InlineData(160, 20)]
    [InlineData(2000, 32)]
    public void Short_fits_are_sampled_oftener(int steps, int interval)
    {
        var monitor = new TrainingMonitor();
        TrainingHistory history = new Trainer<LinearNet>(new LinearNet(1), new Sgd(0.01f)) { BatchSize = 1, Observers = [monitor] }.Fit(Samples.Linear(steps), epochs: 1);

        // A first row that lies near its targets by chance makes the others no explosion.
        Assert.Null(history.StopReason);
        Assert.Equal(interval, monitor.Record.Layers[0].Samples[1].Step);
    }

    [Fact]
    public void Threads_change_nothing_in_the_record()
    {
        LayerSample[][] one = Layers(1), two = Layers(2);

        for (int layer = 0; layer < one.Length; layer++)
        {
            Assert.Equal(one[layer].Select(Figures), two[layer].Select(Figures));
        }

        LayerSample[][] Layers(int threads)
        {
            var monitor = new TrainingMonitor { SampleEvery = 3 };
            new Trainer<WideNet>(new WideNet(1), new Sgd(0.01f)) { BatchSize = 128, Threads = threads, Observers = [monitor] }.Fit(Samples.Spiral(1300), epochs: 2);
            return [.. monitor.Record.Layers.Select(layer => layer.Samples.ToArray())];
        }

        static string Figures(LayerSample sample) => FormattableString.Invariant(
            $"{sample.Step} {sample.Mean:r} {sample.Deviation:r} {sample.Dead:r} {sample.GradientRms:r} {sample.WeightGradientRms:r} {sample.UpdateRatio:r} {sample.OneSignUnits:r} {string.Join(' ', sample.Activations.Counts)}");
    }

    [Fact]
    public void Long_fits_are_recorded_in_bounded_memory()
    {
        var monitor = new TrainingMonitor { SampleEvery = 1 };
        new Trainer<LinearNet>(new LinearNet(1), new Sgd(0.01f)) { BatchSize = 1, Observers = [monitor] }.Fit(Samples.Linear(1000), epochs: 6);

        TrainingRecord record = monitor.Record;
        Assert.InRange(record.Steps.Count, 512, 1024);
        Assert.Equal(Enumerable.Range(0, 256).Select(i => (long)i), record.Steps.Take(256).Select(step => step.Step));
        Assert.Equal(record.Steps.Select(step => step.Step).Order(), record.Steps.Select(step => step.Step));
        Assert.InRange(record.Layers[0].Samples.Count, 512, 1024);
        Assert.Equal([5998L, 5999], record.Layers[0].Samples.TakeLast(2).Select(sample => sample.Step));
    }

    [Fact]
    public void A_monitor_begins_anew_with_each_fit()
    {
        var monitor = new TrainingMonitor();
        Assert.Empty(monitor.Findings);
        Assert.Contains("no fit", Assert.Throws<InvalidOperationException>(() => monitor.Record).Message, StringComparison.Ordinal);
        var trainer = new Trainer<MixedNet>(new MixedNet(1), new Sgd(0.1f)) { BatchSize = 25, Observers = [monitor] };

        trainer.Fit(Samples.Spiral(100), epochs: 3);
        trainer.Fit(Samples.Spiral(100), epochs: 1);

        Assert.Equal((4, 1), (monitor.Record.Steps.Count, monitor.Record.Epochs.Count));
    }

    [Fact]
    public void The_summary_is_the_same_in_every_culture()
    {
        var monitor = new TrainingMonitor();
        Assert.Equal("No fit was watched.", monitor.ToString());
        new Trainer<MixedNet>(new MixedNet(1), new Sgd(0.1f)) { BatchSize = 25, Observers = [monitor] }.Fit(Samples.Spiral(100), Samples.Spiral(30, 2), epochs: 2);
        string text = monitor.ToString();
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(text, monitor.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        Assert.StartsWith("MixedNet: 2 of 2 epochs, 8 steps, loss ", text, StringComparison.Ordinal);
        Assert.All(monitor.Record.Layers, layer => Assert.Contains(layer.Name, text, StringComparison.Ordinal));
        Assert.All(monitor.Findings, finding => Assert.Contains(finding.ToString(), text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-1, 1, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(0, 1, -1)]
    public void Settings_that_mean_nothing_are_refused(int every, int rows, int measured) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrainingMonitor { SampleEvery = every, SampleRows = rows, MeasuredRows = measured });

    private static TrainingRecord Watch<TNetwork>(TNetwork network, Dataset data)
        where TNetwork : class, INetwork<TNetwork>
    {
        var monitor = new TrainingMonitor();
        new Trainer<TNetwork>(network, new Sgd(1e-3f)) { BatchSize = data.Count, Observers = [monitor] }.Fit(data, epochs: 1);
        return monitor.Record;
    }
}
