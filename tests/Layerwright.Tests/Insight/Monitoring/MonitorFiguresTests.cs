using Layerwright.Tests.Training;

namespace Layerwright.Tests.Insight.Monitoring;

/// <summary>Every figure of a sample against sums over rows and weights, taken the slow way.</summary>
public class MonitorFiguresTests
{
    private const int Rows = 40;
    private const int Seen = 24;

    [Fact]
    public void Activations_have_the_mean_deviation_and_histogram_of_the_observed_rows()
    {
        var net = new MixedNet(3);
        double[] dense = Dense(net, Samples.Spiral(Rows), Seen);
        double[] tanh = [.. dense.Select(Math.Tanh)];

        LayerSample[] samples = OneStep(new MixedNet(3)).Layers.Select(layer => layer.Samples[0]).ToArray();

        AssertSpread(dense, samples[0].Mean, samples[0].Deviation, samples[0].Activations);
        AssertSpread(tanh, samples[1].Mean, samples[1].Deviation, samples[1].Activations);
        Assert.Null(samples[0].Saturated);
        Assert.Null(samples[1].Dead);
    }

    [Fact]
    public void Saturated_outputs_are_those_near_a_bound()
    {
        var net = new MixedNet(3);
        Scale(net.Dense1.Weight, 15);
        double[] tanh = [.. Dense(net, Samples.Spiral(Rows), Seen).Select(Math.Tanh)];

        TrainingRecord record = OneStep(net);

        double share = tanh.Count(value => Math.Abs(value) >= 0.97) / (double)tanh.Length;
        Assert.InRange(share, 0.1, 0.9);
        Assert.Equal(share, record.Layers[1].Samples[0].Saturated!.Value, 3);
        Assert.Null(record.Layers[3].Samples[0].Saturated);
    }

    [Fact]
    public void Gradients_and_updates_are_those_of_the_weights()
    {
        var other = new MixedNet(3);
        TrainingStep<MixedNet> step = other.CreateTrainingStep(Rows);
        Dataset data = Samples.Spiral(Rows);
        step.ForwardBackward(data.Inputs(Rows), data.LabelsOf(Rows));
        float[] gradient = Samples.Values(step.Gradients["dense2.weight"]), before = Samples.Values(other.Dense2.Weight);

        var net = new MixedNet(3);
        LayerSample sample = OneStep(net).Layers[2].Samples[0];

        Assert.Equal(Rms(gradient), sample.WeightGradientRms!.Value, 6);
        double change = Math.Sqrt(Samples.Values(net.Dense2.Weight).Zip(before, (after, was) => Math.Pow(after - was, 2)).Sum());
        Assert.Equal(change / Math.Sqrt(before.Sum(w => (double)w * w)), sample.UpdateRatio!.Value, 6);
        int oneSign = Enumerable.Range(0, 20).Select(unit => gradient.Skip(unit * 12).Take(12).Where(g => g != 0).ToArray())
            .Count(unit => unit.Length > 0 && (unit.All(g => g > 0) || unit.All(g => g < 0)));
        Assert.Equal(oneSign / 20.0, sample.OneSignUnits!.Value, 6);
        Assert.Equal(240, sample.Weights!.Total);
    }

    [Fact]
    public void Gradients_of_outputs_are_softmax_less_labels()
    {
        var net = new MixedNet(3);
        Dataset data = Samples.Spiral(Rows);
        var probabilities = new float[Rows * 3];
        net.CreatePredictor(Rows).Predict(data.Inputs(Rows), probabilities);
        float[] gradient = [.. Enumerable.Range(0, Seen * 3).Select(i => (probabilities[i] - (data.Label(i / 3) == i % 3 ? 1 : 0)) / Rows)];

        LayerSample sample = OneStep(net).Layers[4].Samples[0];

        Assert.Equal(Rms(gradient), sample.GradientRms!.Value, 6);
        Assert.Equal(Seen * 3, sample.Gradients!.Total);
    }

    [Fact]
    public void The_update_ratio_leaves_the_schedule_out()
    {
        LayerSample plain = OneStep(new MixedNet(3)).Layers[2].Samples[0];
        LayerSample slow = OneStep(new MixedNet(3), new Warmup(10)).Layers[2].Samples[0];

        Assert.Equal(plain.UpdateRatio!.Value, slow.UpdateRatio!.Value, 5);
    }

    [Theory]
    [InlineData(999, false)]
    [InlineData(1000, true)]
    public void Units_are_dead_after_a_thousand_rows_without_a_positive_value(int rows, bool isKnown)
    {
        var monitor = new TrainingMonitor();
        new Trainer<DeadNet>(new DeadNet(1), new Sgd(0.01f)) { BatchSize = 100, Observers = [monitor] }.Fit(Samples.Spiral(rows), epochs: 1);

        Assert.Equal(isKnown ? 1.0 : null, monitor.Record.Layers[1].Samples[^1].Dead);
    }

    [Fact]
    public void The_share_of_dead_units_is_that_of_all_rows()
    {
        var net = new MixedNet(3);
        Scale(net.Dense2.Bias!, 0);
        float[] bias = Samples.Values(net.Dense2.Bias!);
        for (int unit = 0; unit < 7; unit++)
        {
            bias[unit * 2] = -20;
        }

        net.Dense2.Bias!.CopyFrom(bias);
        var monitor = new TrainingMonitor();
        new Trainer<MixedNet>(net, new Sgd(1e-6f)) { BatchSize = 128, Observers = [monitor] }.Fit(Samples.Spiral(2000), epochs: 1);

        Assert.Equal(7 / 20.0, monitor.Record.Layers[3].Samples[^1].Dead!.Value, 6);
    }

    private static TrainingRecord OneStep(MixedNet net, Schedule? schedule = null)
    {
        var monitor = new TrainingMonitor { SampleRows = Seen };
        var trainer = new Trainer<MixedNet>(net, new Sgd(0.1f)) { BatchSize = Rows, Shuffle = false, Schedule = schedule, Observers = [monitor] };
        trainer.Fit(Samples.Spiral(Rows), epochs: 1);
        return monitor.Record;
    }

    private static double[] Dense(MixedNet net, Dataset data, int rows)
    {
        float[] weight = Samples.Values(net.Dense1.Weight), bias = Samples.Values(net.Dense1.Bias!);
        return [.. from row in Enumerable.Range(0, rows)
                   from unit in Enumerable.Range(0, 12)
                   select bias[unit] + (weight[2 * unit] * (double)data.Input(row)[0]) + (weight[(2 * unit) + 1] * (double)data.Input(row)[1])];
    }

    private static void AssertSpread(double[] values, double mean, double deviation, Histogram histogram)
    {
        double average = values.Average();
        Assert.Equal(average, mean, 5);
        Assert.Equal(Math.Sqrt(values.Average(value => Math.Pow(value - average, 2))), deviation, 5);
        Assert.Equal(values.Length, histogram.Total);
        double width = (histogram.High - histogram.Low) / histogram.Counts.Count;
        for (int bin = 4; bin < histogram.Counts.Count; bin += 8)
        {
            // A value at a border may fall to either side.
            long below = histogram.Counts.Take(bin).Sum();
            Assert.InRange(below, values.Count(value => value < histogram.Low + (bin * width) - 1e-5), values.Count(value => value < histogram.Low + (bin * width) + 1e-5));
        }
    }

    private static double Rms(float[] values) => Math.Sqrt(values.Average(value => (double)value * value));

    private static void Scale(StateEntry entry, float factor) => entry.CopyFrom([.. Samples.Values(entry).Select(value => value * factor)]);
}
