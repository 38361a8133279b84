using Layerwright.Tests.Networks;

namespace Layerwright.Tests.Images;

/// <summary>Residual layers, gates and concatenations on images: what they are made of, and what their state is called.</summary>
public class JoinTests
{
    private const int Rows = 5;

    private static readonly float[] s_inputs = TestRows.Numbers(Rows * 7 * 6 * 3);
    private static readonly int[] s_labels = TestRows.Labels(Rows, 4);

    [Fact]
    [Trait("Kernels", "EveryWidth")]
    public void A_projection_is_the_convolution_of_one_pixel_with_the_smallest_strides_that_fit()
    {
        var (projected, shortcut) = (new ProjectedImage(3), new ShortcutImage(4));
        Assert.True(shortcut.CopyFrom(projected.State).IsComplete);
        Assert.Equal([5, 3, 1, 1], projected.State["residual1.shortcut.conv1.weight"].Shape);
        var (one, other) = (projected.CreateTrainingStep(Rows), shortcut.CreateTrainingStep(Rows));

        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(other.Step(s_inputs, s_labels, new Sgd(0.1f)), one.Step(s_inputs, s_labels, new Sgd(0.1f)));
            Assert.Equal(other.InputGradient, one.InputGradient);
        }

        Assert.Equal(TestRows.All(shortcut.State), TestRows.All(projected.State));
    }

    [Fact]
    public void A_projection_ends_in_a_batch_normalisation_where_the_branch_does_and_has_no_bias() => Assert.Equal(
        [
            "residual1.branch.conv1.weight",
            "residual1.branch.batchnorm1.weight",
            "residual1.branch.batchnorm1.bias",
            "residual1.branch.batchnorm1.running_mean",
            "residual1.branch.batchnorm1.running_var",
            "residual1.shortcut.conv1.weight",
            "residual1.shortcut.batchnorm1.weight",
            "residual1.shortcut.batchnorm1.bias",
            "residual1.shortcut.batchnorm1.running_mean",
            "residual1.shortcut.batchnorm1.running_var",
            "dense1.weight",
            "dense1.bias",
        ],
        new ProjectedImage(3).State.Keys);

    [Fact]
    public void A_sequences_projection_is_a_convolution_over_time() =>
        Assert.Equal([4, 3, 1], new ProjectedSequence(3).State["residual1.shortcut.conv1d1.weight"].Shape);

    [Fact]
    public void Branches_are_numbered_in_the_state_identities_too() => Assert.Equal(
        [
            "concat1.1.conv1.weight",
            "concat1.1.conv1.bias",
            "gate1.dense1.weight",
            "gate1.dense1.bias",
            "gate1.dense2.weight",
            "gate1.dense2.bias",
            "repeat1.0.residual1.branch.concat1.0.conv1.weight",
            "repeat1.0.residual1.branch.concat1.0.conv1.bias",
            "repeat1.0.residual1.branch.concat1.1.conv1.weight",
            "repeat1.0.residual1.branch.concat1.1.conv1.bias",
            "repeat1.0.gate1.dense1.weight",
        ],
        new JoinedImage(3).State.Keys.Take(11));

    [Fact]
    [Trait("Kernels", "EveryWidth")]
    public void Nested_joins_learn_and_predict_alike_whatever_the_threads()
    {
        var (one, other) = (new JoinedImage(3), new JoinedImage(3));
        var (oneStep, otherStep) = (one.CreateTrainingStep(Rows, threads: 1), other.CreateTrainingStep(Rows, threads: 3));
        float first = oneStep.EvaluateLoss(s_inputs, s_labels), last = 0;
        for (int i = 0; i < 60; i++)
        {
            last = oneStep.Step(s_inputs, s_labels, new Adam(0.01f));
            Assert.Equal(last, otherStep.Step(s_inputs, s_labels, new Adam(0.01f)));
        }

        Assert.True(last < 0.1 * first, $"{first} → {last}");
        Assert.Equal(TestRows.All(one.State), TestRows.All(other.State));
    }
}
