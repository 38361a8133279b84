using Layerwright.Tests.Networks;

namespace Layerwright.Tests.Images;

/// <summary>Reshape moves no number, and whole channels fall together.</summary>
public class ReshapeTests
{
    private const int Rows = 40, Length = 60, Channels = 3;

    private static readonly float[] s_inputs = TestRows.Numbers(Rows * Length), s_targets = TestRows.Numbers(Rows * Length, seed: 3);

    [Fact]
    [Trait("Kernels", "EveryWidth")]
    public void A_vector_reshaped_to_an_image_and_back_is_that_image()
    {
        var (vector, image) = (new ReshapedVector(2), new SameImage(2));
        var (vectorStep, imageStep) = (vector.CreateTrainingStep(Rows), image.CreateTrainingStep(Rows));

        Agreement.Check([imageStep.Step(s_inputs, s_targets, new Sgd(0.1f))], [vectorStep.Step(s_inputs, s_targets, new Sgd(0.1f))], "loss");

        Agreement.Check(imageStep.Outputs, vectorStep.Outputs, "outputs");
        Agreement.Check(imageStep.InputGradient, vectorStep.InputGradient, "input gradient");
        Agreement.Check(TestRows.All(image.State), TestRows.All(vector.State), "state");
        float[] fromImage = new float[Rows * Length], fromVector = new float[Rows * Length];
        image.CreatePredictor(Rows).Predict(s_inputs, fromImage);
        vector.CreatePredictor(Rows).Predict(s_inputs, fromVector);
        Agreement.Check(fromImage, fromVector, "predictions");
    }

    [Fact]
    [Trait("Kernels", "EveryWidth")]
    public void An_image_reshaped_to_others_keeps_its_order()
    {
        var (image, vector) = (new ReshapedImage(2), new VectorOutput(2));
        var (imageStep, vectorStep) = (image.CreateTrainingStep(Rows), vector.CreateTrainingStep(Rows));

        Agreement.Check([vectorStep.ForwardBackward(s_inputs, s_targets)], [imageStep.ForwardBackward(s_inputs, s_targets)], "loss");

        Assert.Equal(vectorStep.Outputs, imageStep.Outputs);
        Agreement.Check(vectorStep.InputGradient, imageStep.InputGradient, "input gradient");
    }

    [Fact]
    [Trait("Kernels", "EveryWidth")]
    public void Spatial_dropout_drops_of_each_row_the_channels_that_dropout_would_drop_of_a_vector()
    {
        var (channels, features) = (new DroppedChannels(5).CreateTrainingStep(Rows, threads: 2), new DroppedFeatures(5).CreateTrainingStep(Rows));
        float[] ones = [.. Enumerable.Repeat(1f, Rows * Channels)];
        for (int i = 0; i < 3; i++)
        {
            channels.Forward(s_inputs);
            features.Forward(ones);
            float[] mask = features.Outputs.ToArray();
            float[] expected = [.. s_inputs.Select((value, at) => value * mask[(at / Length * Channels) + (at % Channels)])];

            Assert.Equal(expected, channels.Outputs.ToArray());
            channels.Backward(s_inputs);
            Assert.Equal(expected, channels.InputGradient.ToArray());
            Assert.InRange(mask.Count(value => value == 0), (int)(0.2 * mask.Length), (int)(0.6 * mask.Length));
        }
    }

    [Fact]
    public void Spatial_dropout_leaves_predictions_alone()
    {
        float[] outputs = new float[Rows * Length];
        new DroppedChannels(1).CreatePredictor(Rows).Predict(s_inputs, outputs);
        Assert.Equal(s_inputs, outputs);
    }
}
