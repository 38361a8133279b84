using Layerwright.Testing.Interpretation;
using Layerwright.Tests.Gradients;
using Layerwright.Tests.Images;
using Layerwright.Tests.Networks;
using Layerwright.Tests.Runtime;

namespace Layerwright.Tests.Promises;

/// <summary>0 bytes are allocated per step and per prediction. Runs alone: other tests would keep the team's threads.</summary>
[Collection(nameof(AllocationTests))]
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public class AllocationTests
{
    private const int Calls = 50;

    /// <summary>The first of either kind.</summary>
    public static TheoryData<string> Sets => [.. RandomSets.Names.GroupBy(name => name.Split(' ')[0], (_, names) => names.First())];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Steps_and_predictions_of_random_networks_allocate_nothing(string networks) => RandomSets.ForEach(networks, (set, network) =>
    {
        var random = new RandomCase(network, set.Fused(network));
        var compiled = random.CreateNetwork();
        var step = random.CreateStep(compiled);
        var predictor = compiled.CreatePredictor(random.Rows);
        float[] inputs = random.Batch.Inputs, outputs = new float[random.Rows * random.OutputLength];
        Optimizer sgd = new Sgd(1e-4f) { Momentum = 0.9f }, adam = new AdamW(1e-4f);

        AssertNothing(() => random.Step(step, sgd), "step");
        AssertNothing(() => random.ForwardBackward(step), "forward and backward");
        AssertNothing(() => step.Update(adam), "update");
        AssertNothing(() => predictor.Predict(inputs, outputs), "prediction");
        if (network.Loss != LossKind.None)
        {
            AssertNothing(() => step.EvaluateLoss(inputs, random.Batch.Targets), "loss");
        }
    });

    [Theory]
    [MemberData(nameof(Sets))]
    public void Steps_on_several_threads_allocate_nothing(string networks) => RandomSets.ForEach(networks, (set, network) =>
    {
        var random = new RandomCase(network, set.Fused(network), rows: 300);
        var step = random.CreateStep(random.CreateNetwork(), threads: 2);
        var optimizer = new AdamW(1e-4f);

        AssertNothing(() => random.Step(step, optimizer), "step", threads: 2);
    });

    [Fact]
    public void Steps_and_predictions_over_images_and_positions_allocate_nothing()
    {
        const int Rows = 40;
        float[] images = TestRows.Numbers(Rows * FlattenedFirst.InputLength), outputs = new float[Rows * FlattenedFirst.OutputLength];
        int[] labels = TestRows.Labels(Rows, FlattenedFirst.OutputLength);
        var network = new FlattenedFirst(1);
        var step = network.CreateTrainingStep(Rows, threads: 2);
        var predictor = network.CreatePredictor(Rows);
        Optimizer adam = new AdamW(1e-4f);
        AssertNothing(() => step.Step(images, labels, adam), "step over images", threads: 2);
        AssertNothing(() => predictor.Predict(images, outputs), "prediction of images");

        var pixels = new ClassifiedPixels(1);
        var pixelStep = pixels.CreateTrainingStep(Rows);
        var pixelPredictor = pixels.CreatePredictor(Rows);
        float[] probabilities = new float[images.Length];
        int[] classes = TestRows.Labels(images.Length / 3, 3);
        AssertNothing(() => pixelStep.Step(images, classes, adam), "step over pixels");
        AssertNothing(() => pixelStep.EvaluateLoss(images, classes), "loss over pixels");
        AssertNothing(() => pixelPredictor.Predict(images.AsSpan(0, 60), probabilities.AsSpan(0, 60)), "prediction of one image's pixels");
        AssertNothing(() => pixelPredictor.Classify(images, classes), "classes of pixels");
    }

    private static void AssertNothing(Action call, string what, int threads = 1)
    {
        long fewest = TeamAllocations.Fewest(call, Calls, threads);
        Assert.True(fewest == 0, $"{Calls} calls of {what} allocate {fewest} bytes");
    }
}
