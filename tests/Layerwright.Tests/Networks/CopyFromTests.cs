#pragma warning disable LW2001, LW3001, LW4001 // small networks that exercise the run time; none is meant to learn well
namespace Layerwright.Tests.Networks;

public class CopyFromTests
{
    [Fact]
    public void Everything_is_copied_between_networks_of_one_class()
    {
        var from = new Classifier(1);
        var to = new Classifier(2);
        from.CreateTrainingStep(8, 1).Step(TestRows.Numbers(8 * Classifier.InputLength), TestRows.Labels(8, Classifier.OutputLength), new Sgd());

        CopyReport report = to.CopyFrom(from.State);

        Assert.Equal(TestRows.All(from.State), TestRows.All(to.State));
        Assert.True(report.IsComplete);
        Assert.Equal(from.State.Keys, report.Copied.Select(entry => entry.Name));
        Assert.Equal([19, 7], report.Copied[0].Shape.ToArray());
        Assert.Empty(report.Mismatched.Concat(report.Missing).Concat(report.Unused));
        Assert.StartsWith(
            "9 copied, 0 of another shape, 0 missing in the source, 0 unused\ncopied: dense1.weight [19×7]; batchnorm1.weight [19]; ",
            report.ToString());
    }

    [Fact]
    public void What_does_not_fit_stays_as_it_is_and_is_reported_with_both_shapes()
    {
        var from = new Classifier(1);
        var to = new OtherClasses(2);
        float[] head = to.Dense3.Weight.ToArray(), extra = to.Dense4.Weight.ToArray();

        CopyReport report = to.CopyFrom(from.State);

        Assert.False(report.IsComplete);
        Assert.Equal(from.Dense1.Weight.ToArray(), to.Dense1.Weight.ToArray());
        Assert.Equal(from.BatchNorm1.RunningVariance!.ToArray(), to.BatchNorm1.RunningVariance!.ToArray());
        Assert.Equal(head, to.Dense3.Weight.ToArray());
        Assert.Equal(extra, to.Dense4.Weight.ToArray());
        Assert.Equal(
            """
            6 copied, 2 of another shape, 2 missing in the source, 1 unused
            copied: dense1.weight [19×7]; batchnorm1.weight [19]; batchnorm1.bias [19]; batchnorm1.running_mean [19]; batchnorm1.running_var [19]; dense2.weight [33×19]
            another shape: dense3.weight: [8×33] here, [5×33] in the source; dense3.bias: [8] here, [5] in the source
            missing in the source: dense4.weight [2×8]; dense4.bias [2]
            unused: dense2.bias [33]
            """.ReplaceLineEndings("\n"),
            report.ToString());
        Assert.Equal([5, 33], report.Mismatched[0].SourceShape.ToArray());
        Assert.True(report.Missing[0].SourceShape.IsEmpty);
        Assert.True(report.Unused[0].Shape.IsEmpty);
    }

    [Fact]
    public void A_bias_that_batch_normalisation_replaces_moves_into_its_running_mean()
    {
        var from = new BiasBeforeNorm(1);
        from.Dense1.Bias!.CopyFrom([1, 2, 3, -4, 5, 6]);
        from.BatchNorm1.RunningMean!.CopyFrom([0.5f, 1, 2, 3, 4, 5]);
        var to = new NoBiasBeforeNorm(2);

        CopyReport report = to.CopyFrom(from.State);

        CopiedEntry moved = Assert.Single(report.Copied, entry => entry.MovedInto is not null);
        Assert.Equal("dense1.bias [6] into batchnorm1.running_mean", moved.ToString());
        Assert.Empty(report.Unused);
        float[] inputs = TestRows.Numbers(9 * 4), expected = new float[9 * 2], found = new float[9 * 2];
        from.CreatePredictor(9).Forward(inputs, expected);
        to.CreatePredictor(9).Forward(inputs, found);
        Assert.Equal(expected, found, (a, b) => Math.Abs(a - b) <= 1e-5f);
    }

    [Fact]
    public void Layers_are_frozen_and_unfrozen_by_copying_between_two_classes()
    {
        // A layer before a frozen normalisation has a bias; before one that trains it has none.
        var trained = new NoBiasBeforeNorm(1);
        trained.CreateTrainingStep(9, 1).Step(TestRows.Numbers(9 * 4), TestRows.Numbers(9 * 2, 3), new Sgd(0.1f));
        var frozen = new FrozenBeforeHead(2);
        Assert.Equal(0.1f, frozen.Dense1.Bias!.ToArray()[0]);
        CopyReport report = frozen.CopyFrom(trained.State);
        Assert.True(report.IsComplete);
        Assert.Equal("dense1.bias [6] as 0", Assert.Single(report.Copied, entry => entry.IsSetToZero).ToString());
        Assert.Equal(new float[6], frozen.Dense1.Bias!.ToArray());
        Assert.Equal(Outputs(trained.CreatePredictor(9)), Outputs(frozen.CreatePredictor(9)), Near);

        frozen.Dense1.Bias!.CopyFrom([1, -2, 3, 0, 1, 2]);
        var thawed = new NoBiasBeforeNorm(3);
        report = thawed.CopyFrom(frozen.State);
        Assert.True(report.IsComplete);
        Assert.Empty(report.Unused);
        Assert.Equal(Outputs(frozen.CreatePredictor(9)), Outputs(thawed.CreatePredictor(9)), Near);

        static bool Near(float a, float b) => Math.Abs(a - b) <= 1e-5f;
        static float[] Outputs(IPredictor predictor)
        {
            var outputs = new float[9 * 2];
            predictor.Forward(TestRows.Numbers(9 * 4, 5), outputs);
            return outputs;
        }
    }

    [Fact]
    public void A_missing_bias_is_0_for_the_pieces_of_a_maxout_layer_too()
    {
        var from = new MaxoutBeforeNorm(1);
        var to = new BiasedMaxoutBeforeNorm(2);
        Assert.True(to.CopyFrom(from.State).IsComplete);
        float[] inputs = TestRows.Numbers(9 * 4), expected = new float[9 * 2], found = new float[9 * 2];
        from.CreatePredictor(9).Forward(inputs, expected);
        to.CreatePredictor(9).Forward(inputs, found);
        Assert.Equal(expected, found, (a, b) => Math.Abs(a - b) <= 1e-5f);
    }

    [Fact]
    public void A_missing_bias_stays_where_its_weight_or_the_normalisation_does_not_match()
    {
        var other = new NoBiasOfFiveInputs(1);
        var to = new FrozenBeforeHead(2);
        CopyReport report = to.CopyFrom(other.State);
        Assert.Equal(["dense1.weight"], report.Mismatched.Select(entry => entry.Name));
        Assert.Equal(["dense1.bias"], report.Missing.Select(entry => entry.Name));
        Assert.Equal(0.1f, to.Dense1.Bias!.ToArray()[0]);

        report = to.CopyFrom(new NoBiasWithoutNorm(1).State);
        Assert.Contains("dense1.weight", report.Copied.Select(entry => entry.Name));
        Assert.Contains("dense1.bias", report.Missing.Select(entry => entry.Name));
        Assert.Equal(0.1f, to.Dense1.Bias!.ToArray()[0]);
    }

    [Fact]
    public void Predictors_and_training_steps_compute_with_what_was_copied()
    {
        var from = new Classifier(1);
        var to = new Classifier(2);
        float[] inputs = TestRows.Numbers(4 * Classifier.InputLength), expected = new float[4 * Classifier.OutputLength], found = new float[expected.Length];
        int[] labels = TestRows.Labels(4, Classifier.OutputLength);
        Predictor<Classifier> predictor = to.CreatePredictor(4);
        TrainingStep<Classifier> step = to.CreateTrainingStep(4, 1);
        step.EvaluateLoss(inputs, labels);
        step.ForwardBackward(inputs, labels);

        to.CopyFrom(from.State);
        predictor.Refresh();
        predictor.Predict(inputs, found);
        from.CreatePredictor(4).Predict(inputs, expected);

        Assert.Equal(expected, found);
        TrainingStep<Classifier> fresh = from.CreateTrainingStep(4, 1);
        Assert.Equal(fresh.EvaluateLoss(inputs, labels), step.EvaluateLoss(inputs, labels));
        fresh.DropoutFactor = step.DropoutFactor = 0;
        fresh.ForwardBackward(inputs, labels);
        step.ForwardBackward(inputs, labels);
        Assert.Equal(TestRows.All(fresh.Gradients), TestRows.All(step.Gradients));
    }

    [Fact]
    public void No_source_is_refused_and_a_networks_own_state_changes_nothing()
    {
        var network = new Classifier(1);
        Assert.Throws<ArgumentNullException>("source", () => network.CopyFrom(null!));
        float[] before = TestRows.All(network.State);
        Assert.True(network.CopyFrom(network.State).IsComplete);
        Assert.Equal(before, TestRows.All(network.State));
    }
}

/// <summary>Classifier's layers with another head.</summary>
[Network]
[Input(7)]
[Dense(19)]
[BatchNorm]
[ReLU]
[Dense(33, UseBias = false)]
[Tanh]
[Dense(8)]
[Tanh]
[Dense(2)]
[SoftmaxCrossEntropy]
public partial class OtherClasses;

[Network]
[Input(4)]
[Dense(6, UseBias = true)]
[BatchNorm]
[ReLU]
[Dense(2)]
[MeanSquaredError]
public partial class BiasBeforeNorm;

[Network]
[Input(4)]
[Dense(6)]
[BatchNorm]
[ReLU]
[Dense(2)]
[MeanSquaredError]
public partial class NoBiasBeforeNorm;

/// <summary>NoBiasBeforeNorm with all but its head frozen.</summary>
[Network]
[Input(4)]
[Dense(6, Frozen = true, BiasInit = 0.1)]
[BatchNorm(Frozen = true)]
[ReLU]
[Dense(2)]
[MeanSquaredError]
public partial class FrozenBeforeHead;

[Network]
[Input(4)]
[Maxout(6, UseBias = false)]
[BatchNorm]
[Dense(2)]
[MeanSquaredError]
public partial class MaxoutBeforeNorm;

[Network]
[Input(4)]
[Maxout(6, UseBias = true, BiasInit = 0.1)]
[BatchNorm(Frozen = true)]
[Dense(2)]
[MeanSquaredError]
public partial class BiasedMaxoutBeforeNorm;

[Network]
[Input(5)]
[Dense(6)]
[BatchNorm]
[ReLU]
[Dense(2)]
[MeanSquaredError]
public partial class NoBiasOfFiveInputs;

[Network]
[Input(4)]
[Dense(6, UseBias = false)]
[ReLU]
[Dense(2)]
[MeanSquaredError]
public partial class NoBiasWithoutNorm;
