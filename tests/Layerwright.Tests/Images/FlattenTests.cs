using Layerwright.Tests.Networks;

namespace Layerwright.Tests.Images;

/// <summary>Images in both layouts, on their way in and into vectors.</summary>
public class FlattenTests
{
    private const int Rows = 19, Height = 5, Width = 4, Channels = 3, Length = Height * Width * Channels, Classes = 6;

    private static readonly float[] s_last = TestRows.Numbers(Rows * Length);
    private static readonly float[] s_first = ToFirst(s_last);

    [Fact]
    [Trait("Kernels", "EveryWidth")]
    public void Both_layouts_of_the_input_give_the_same_bits()
    {
        var (last, first) = (new FlattenedLast(7), new FlattenedFirst(7));
        var (lastStep, firstStep) = (last.CreateTrainingStep(Rows), first.CreateTrainingStep(Rows, threads: 2));
        int[] labels = TestRows.Labels(Rows, Classes);
        var optimizer = new Sgd(0.05f);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(lastStep.Step(s_last, labels, optimizer), firstStep.Step(s_first, labels, optimizer));
            Assert.Equal(ToFirst(lastStep.InputGradient.ToArray()), firstStep.InputGradient.ToArray());
        }

        Assert.Equal(TestRows.All(last.State), TestRows.All(first.State));
        Assert.Equal(lastStep.EvaluateLoss(s_last, labels), firstStep.EvaluateLoss(s_first, labels));
        float[] fromLast = new float[Rows * Classes], fromFirst = new float[Rows * Classes];
        last.CreatePredictor(Rows).Predict(s_last, fromLast);
        first.CreatePredictor(Rows).Predict(s_first, fromFirst);
        Assert.Equal(fromLast, fromFirst);
        Assert.Equal(last.CreatePredictor().Classify(s_last.AsSpan(0, Length)), first.CreatePredictor().Classify(s_first.AsSpan(0, Length)));
    }

    [Fact]
    [Trait("Kernels", "EveryWidth")]
    public void A_flattened_image_is_a_vector_in_the_image_s_order()
    {
        var (image, vector) = (new FlattenedOutput(7), new VectorOutput(7));
        var (imageStep, vectorStep) = (image.CreateTrainingStep(Rows), vector.CreateTrainingStep(Rows));
        float[] targets = TestRows.Numbers(s_last.Length, seed: 3);

        Assert.Equal(vectorStep.ForwardBackward(s_last, targets), imageStep.ForwardBackward(s_last, targets));

        Assert.Equal(vectorStep.Outputs, imageStep.Outputs);
        Assert.Equal(vectorStep.InputGradient, imageStep.InputGradient);
    }

    [Fact]
    public void Rows_of_wrong_length_are_told_what_is_expected()
    {
        var step = new FlattenedFirst(1).CreateTrainingStep(4);
        var wrong = Assert.Throws<ArgumentException>(() => step.ForwardBackward(new float[61], new int[1]));
        Assert.Contains("rows of 60 numbers; 61", wrong.Message, StringComparison.Ordinal);
    }

    private static float[] ToFirst(float[] last)
    {
        float[] first = new float[last.Length];
        for (int i = 0; i < last.Length; i++)
        {
            int row = i / Length, position = i % Length / Channels, channel = i % Channels;
            first[(row * Length) + (channel * Height * Width) + position] = last[i];
        }

        return first;
    }
}
