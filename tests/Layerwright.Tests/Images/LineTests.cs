using Layerwright.Testing.Interpretation;
using Layerwright.Testing.Running;
using Layerwright.Tests.Networks;

namespace Layerwright.Tests.Images;

/// <summary>
/// What works channel by channel sees an image as its pixels: a network of images gives what the same layers give over vectors, one
/// for each pixel. Statistics, masks, losses, weights of rows and their gradients are all held to that.
/// </summary>
public class LineTests
{
    private const int Rows = 37, Positions = 20, Channels = 3;

    private static readonly float[] s_inputs = TestRows.Numbers(Rows * Positions * Channels);
    private static readonly float[] s_rowWeights = TestRows.Numbers(Rows, seed: 5);

    public static TheoryData<Type, Type> Pairs => new()
    {
        { typeof(ClassifiedPixels), typeof(ClassifiedLines) },
        { typeof(ScoredPixels), typeof(ScoredLines) },
        { typeof(RegressedPixels), typeof(RegressedLines) },
        { typeof(MaskedPixels), typeof(MaskedLines) },
        { typeof(ClassifiedSteps), typeof(ClassifiedStepLines) },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    [Trait("Kernels", "EveryWidth")]
    public void A_training_step_over_images_is_one_over_their_pixels(Type images, Type lines)
    {
        var (image, line) = (TestNetwork.Create(images, 3), TestNetwork.Create(lines, 3));
        var (imageStep, lineStep) = (image.CreateStep(Rows, poison: 0xFF), line.CreateStep(Rows * Positions));
        var targets = Targets(image);

        float imageLoss = imageStep.ForwardBackward(s_inputs, targets, s_rowWeights);
        float lineLoss = lineStep.ForwardBackward(s_inputs, targets, OfLines(s_rowWeights));

        Agreement.Check([lineLoss], [imageLoss], "loss");
        Agreement.Check(lineStep.Outputs, imageStep.Outputs, "outputs");
        Agreement.Check(lineStep.InputGradient, imageStep.InputGradient, "input gradient");
        Agreement.Check(TestNetwork.Flatten(lineStep.Gradients), TestNetwork.Flatten(imageStep.Gradients), "gradients");
        Agreement.Check(line.Flatten(), image.Flatten(), "statistics");

        imageStep.Step(s_inputs, targets, new Sgd(0.1f), s_rowWeights);
        lineStep.Step(s_inputs, targets, new Sgd(0.1f), OfLines(s_rowWeights));
        Agreement.Check(line.Flatten(), image.Flatten(), "weights");
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    [Trait("Kernels", "EveryWidth")]
    public void A_prediction_over_images_is_one_over_their_pixels(Type images, Type lines)
    {
        var (image, line) = (TestNetwork.Create(images, 3), TestNetwork.Create(lines, 3));
        var targets = Targets(image);
        var step = image.CreateStep(Rows);
        step.Step(s_inputs, targets, new Sgd(0.1f));
        foreach (var (name, entry) in image.State)
        {
            line.State[name].CopyFrom(entry.ToArray());
        }

        float[] expected = new float[s_inputs.Length], found = new float[s_inputs.Length], single = new float[Positions * Channels];
        line.CreatePredictor(Rows * Positions).Predict(s_inputs, expected);
        var predictor = image.CreatePredictor(Rows, poison: 0xFF);
        predictor.Predict(s_inputs, found);
        Agreement.Check(expected, found, "predictions");

        predictor.Predict(s_inputs.AsSpan(0, single.Length), single);
        Agreement.Check(expected.AsSpan(0, single.Length), single, "the first prediction");

        float lineLoss = line.CreateStep(Rows * Positions).EvaluateLoss(s_inputs, targets, OfLines(s_rowWeights));
        Agreement.Check([lineLoss], [step.EvaluateLoss(s_inputs, targets, s_rowWeights)], "loss");
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Threads_and_probes_change_no_bit(Type images, Type lines)
    {
        Assert.NotEqual(images, lines);
        var (first, second) = (TestNetwork.Create(images, 4), TestNetwork.Create(images, 4));
        var (alone, shared) = (first.CreateStep(Rows), second.CreateStep(Rows, threads: 4, poison: 0x7F));
        using var recorder = new RecordingScope(shared, Rows);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(
                alone.Step(s_inputs, Targets(first), new AdamW(0.01f)), shared.Step(s_inputs, Targets(first), new AdamW(0.01f)));
        }

        Assert.Equal(first.Flatten(), second.Flatten());
        Assert.Equal(alone.InputGradient.ToArray(), shared.InputGradient.ToArray());
        Assert.All(recorder.Recorder.Activations.Values.Concat(recorder.Recorder.Gradients.Values), values => Assert.All(values, value => Assert.True(float.IsFinite(value))));
    }

    private static TargetData Targets(TestNetwork network)
    {
        if (network.Blueprint.Target is Layerwright.Runtime.TargetKind.Labels or Layerwright.Runtime.TargetKind.LabelsOrProbabilities)
        {
            int[] labels = TestRows.Labels(Rows * Positions, Channels);
            for (int i = 5; i < labels.Length && network.Blueprint.IgnoreLabel is not null; i += 7)
            {
                labels[i] = -1;
            }

            return TargetData.Of(labels);
        }

        return TargetData.Of([.. TestRows.Numbers(s_inputs.Length, seed: 9).Select(value => (value + 2) / 4)]);
    }

    private static float[] OfLines(float[] weights) => [.. weights.SelectMany(weight => Enumerable.Repeat(weight, Positions))];

    /// <summary>Records a step's layers as long as it lives.</summary>
    private sealed class RecordingScope(TestStep step, int rows) : IDisposable
    {
        public LayerRecorder Recorder { get; } = step.Record(rows)!;

        public void Dispose() => step.Record(null);
    }
}
