using Layerwright.Testing.Running;
using Layerwright.Tests.Networks;

namespace Layerwright.Tests.Images;

/// <summary>
/// Behind a Flatten the state is PyTorch's: a network over images (height, width, channels) and one over the same images channel
/// after channel do the same with the same state.
/// </summary>
[Trait("Kernels", "EveryWidth")]
public class StateOrderTests
{
    private const int Rows = 9, Positions = 6, Channels = 4, Length = Positions * Channels, Classes = 5;

    [Fact]
    public void Layers_up_to_the_next_dense_keep_their_state_in_PyTorchs_order() =>
        Check<FlattenedChain, PlainChain>();

    [Fact]
    public void Dense_layers_behind_sums_and_gates_take_the_order_of_what_they_meet() =>
        Check<FlattenedSums, PlainSums>();

    [Fact]
    public void Concatenations_keep_the_order_of_each_branch() =>
        Check<FlattenedJoins, PlainJoins>();

    [Fact]
    public void What_is_added_in_another_order_is_brought_into_the_first() =>
        Check<FlattenedAcross, PlainAcross>();

    [Fact]
    public void Group_normalisation_groups_PyTorchs_order_of_flattened_images_and_of_what_they_are_joined_to() =>
        Check<FlattenedGroups, PlainGroups>();

    private static void Check<TImage, TPlain>()
        where TImage : class, INetwork<TImage>
        where TPlain : class, INetwork<TPlain>
    {
        TestNetwork<TImage> image = new(3);
        TestNetwork<TPlain> plain = new(4);
        image.CopyFrom(plain);
        float[] last = TestRows.Numbers(Rows * Length), first = ChannelsFirst(last);
        int[] labels = TestRows.Labels(Rows, Classes);
        TrainingStep<TImage> imageStep = new(image.Network, Rows);
        TrainingStep<TPlain> plainStep = new(plain.Network, Rows);
        var optimizer = new Sgd(0.1f);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(plainStep.Step(first, labels, optimizer), imageStep.Step(last, labels, optimizer), 1e-5);
            AssertClose(plainStep.InputGradient.ToArray(), ChannelsFirst(imageStep.InputGradient.ToArray()));
        }

        foreach (StateEntry entry in plain.State.Values)
        {
            AssertClose(entry.ToArray(), image.State[entry.Name].ToArray());
        }

        float[] expected = new float[Rows * plain.Blueprint.OutputLength], actual = new float[expected.Length];
        new Predictor<TPlain>(plain.Network, Rows).Predict(first, expected);
        new Predictor<TImage>(image.Network, Rows).Predict(last, actual);
        AssertClose(expected, actual);
    }

    private static void AssertClose(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 1e-5);
        }
    }

    private static float[] ChannelsFirst(float[] last)
    {
        float[] first = new float[last.Length];
        for (int i = 0; i < last.Length; i++)
        {
            int row = i / Length, position = i % Length / Channels, channel = i % Channels;
            first[(row * Length) + (channel * Positions) + position] = last[i];
        }

        return first;
    }
}
