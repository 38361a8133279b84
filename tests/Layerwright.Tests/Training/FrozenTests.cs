#pragma warning disable LW4001 // small networks to freeze; none is meant to learn well
using Layerwright.Tests.Networks;

namespace Layerwright.Tests.Training;

/// <summary>What is frozen stays as it is, costs nothing below the lowest trainable layer, and hinders nothing above.</summary>
public class FrozenTests
{
    private const int Rows = 45;

    private static readonly float[] s_inputs = TestRows.Numbers(Rows * FrozenStem.InputLength);
    private static readonly int[] s_labels = TestRows.Labels(Rows, FrozenStem.OutputLength);

    [Fact]
    public void Frozen_parameters_and_statistics_keep_their_bits_while_the_rest_learns()
    {
        var network = new FrozenStem(1);
        var before = network.State.ToDictionary(entry => entry.Key, entry => entry.Value.ToArray());
        var step = network.CreateTrainingStep(Rows, 1);
        float first = step.Step(s_inputs, s_labels, new AdamW(1e-2f) { WeightDecay = 0.1f, DecayAll = true });
        float last = 0;
        for (int i = 0; i < 50; i++)
        {
            last = step.Step(s_inputs, s_labels, new AdamW(1e-2f) { WeightDecay = 0.1f, DecayAll = true });
        }

        Assert.True(last < 0.8 * first, $"{first} → {last}");
        string[] moved = [.. network.State.Where(entry => !entry.Value.ToArray().SequenceEqual(before[entry.Key])).Select(entry => entry.Key)];
        Assert.Equal(["dense2.weight", "dense2.bias"], moved);
        Assert.Equal(moved, network.State.Where(entry => entry.Value.IsTrainable).Select(entry => entry.Key));
        Assert.Equal(moved, step.Gradients.Keys);
        Assert.Equal((7 * 9) + 9 + 9 + 9 + (9 * 4) + 4, FrozenStem.ParameterCount);
    }

    [Fact]
    public void A_frozen_layer_has_no_penalty()
    {
        var network = new FrozenStem(1);
        var step = network.CreateTrainingStep(Rows, 1);

        float loss = step.ForwardBackward(s_inputs, s_labels);

        Assert.Equal(0, step.Penalty);
        step.RegularizationFactor = 0;
        Assert.Equal(step.ForwardBackward(s_inputs, s_labels), loss);
    }

    [Fact]
    public void A_frozen_normalisation_computes_in_training_what_it_predicts()
    {
        var network = new FrozenStem(1);
        network.BatchNorm1.RunningMean!.CopyFrom(TestRows.Numbers(9));
        network.BatchNorm1.RunningVariance!.CopyFrom([.. Enumerable.Range(1, 9).Select(i => i * 0.3f)]);
        var step = network.CreateTrainingStep(Rows, 1);
        float[] predicted = new float[Rows * FrozenStem.OutputLength];
        network.CreatePredictor(Rows).Forward(s_inputs, predicted);

        step.Forward(s_inputs);

        Assert.All(predicted.Zip(step.Outputs.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));

        // Written between steps, the statistics are taken by the next.
        network.BatchNorm1.RunningVariance.CopyFrom([.. Enumerable.Range(1, 9).Select(i => i * 3f)]);
        network.CreatePredictor(Rows).Forward(s_inputs, predicted);
        step.Forward(s_inputs);
        Assert.All(predicted.Zip(step.Outputs.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Fact]
    public void One_row_trains_where_no_live_normalisation_would_see_one_value()
    {
        var network = new FrozenStem(1);
        var step = network.CreateTrainingStep(1, 1);
        Assert.True(float.IsFinite(step.Step(s_inputs.AsSpan(0, FrozenStem.InputLength), s_labels.AsSpan(0, 1), new Sgd(0.1f))));

        // An epoch whose last batch has one row leaves no row out.
        var data = Dataset.FromLabels(s_inputs.AsMemory(), s_labels, FrozenStem.OutputLength);
        var trainer = new Trainer<FrozenStem>(network, new Sgd(0.1f)) { BatchSize = Rows - 1, Shuffle = false };
        float[] start = network.Dense2.Bias!.ToArray();
        trainer.Fit(data, epochs: 1);
        Assert.NotEqual(start, network.Dense2.Bias.ToArray());
    }

    [Fact]
    public void A_bias_before_a_frozen_normalisation_is_not_cancelled_and_so_is_there()
    {
        Assert.NotNull(new FrozenStem(1).Dense1.Bias);
        Assert.Null(new Classifier(1).Dense1.Bias);
    }

    [Fact]
    public void With_everything_frozen_a_step_computes_the_loss_and_changes_nothing()
    {
        var network = new FrozenWhole(1);
        var before = network.State.SelectMany(entry => entry.Value.ToArray()).ToArray();
        var step = network.CreateTrainingStep(Rows, 2);
        step.DropoutFactor = 0;

        float loss = step.Step(s_inputs, s_labels, new Adam(0.1f));
        float again = step.ForwardBackward(s_inputs, s_labels);
        step.Update(new Sgd(0.1f) { Momentum = 0.9f });
        step.Forward(s_inputs);
        step.Backward(new float[Rows * FrozenWhole.OutputLength]);

        Assert.True(float.IsFinite(loss));
        Assert.Equal(loss, again);
        Assert.Empty(step.Gradients);
        Assert.Equal((7 * 18) + 18 + 9 + 9 + (9 * 4) + 4, FrozenWhole.ParameterCount);
        Assert.Equal(before, network.State.SelectMany(entry => entry.Value.ToArray()));
    }

    [Fact]
    public void Unfreezing_is_a_second_class_with_the_same_names()
    {
        var frozen = new FrozenStem(1);
        var thawed = new ThawedStem(2);

        Assert.True(thawed.CopyFrom(frozen.State).IsComplete);

        float[] one = new float[FrozenStem.OutputLength], other = new float[one.Length];
        frozen.CreatePredictor().Forward(s_inputs.AsSpan(0, FrozenStem.InputLength), one);
        thawed.CreatePredictor().Forward(s_inputs.AsSpan(0, FrozenStem.InputLength), other);
        Assert.Equal(one, other);
    }

    [Fact]
    public void Handles_say_what_a_layer_has()
    {
        var network = new Handled(1);
        Assert.NotNull(network.LayerNorm1.Beta);
        Assert.Null(network.LayerNorm1.RunningMean);
        Assert.Null(network.RMSNorm1.Beta);
        Assert.Equal((6, 5), (network.Maxout1.InputLength, network.Maxout1.OutputLength));
        Assert.Equal([15, 6], network.Maxout1.Weight.Shape.ToArray());
        Assert.Equal([15], network.Maxout1.Bias!.Shape.ToArray());
    }
}

[Network]
[Input(7)]
[Dense(9, Frozen = true, L2 = 0.5, L1 = 0.5)]
[BatchNorm(Frozen = true)]
[ReLU]
[Dense(4)]
[SoftmaxCrossEntropy]
public partial class FrozenStem;

[Network]
[Input(7)]
[Dense(9, UseBias = true)]
[BatchNorm]
[ReLU]
[Dense(4)]
[SoftmaxCrossEntropy]
public partial class ThawedStem;

[Network]
[Input(7)]
[Maxout(9, Frozen = true)]
[BatchNorm(Frozen = true)]
[Dropout(0.1)]
[Dense(4, Frozen = true)]
[SoftmaxCrossEntropy]
public partial class FrozenWhole;

[Network]
[Input(6)]
[Maxout(5, Pieces = 3)]
[LayerNorm]
[Dense(4)]
[RMSNorm]
[Dense(2)]
public partial class Handled;
