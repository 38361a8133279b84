using Layerwright.Tests.Networks;

namespace Layerwright.Tests.Training.Stepping;

/// <summary>Counts what whole processes allocate, so nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(StepAllocationTests), DisableParallelization = true)]
[Collection(nameof(StepAllocationTests))]
public class StepAllocationTests
{
    private const int Batch = 128;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Training_allocates_nothing(int threads)
    {
        var network = new Wide(1);
        float[] inputs = TestRows.Numbers(Batch * Wide.InputLength), weights = [.. TestRows.Numbers(Batch, 4).Select(Math.Abs)],
            gradient = new float[Batch * Wide.OutputLength];
        network.Normalizer = Normalizer.FitStandardize(Dataset.FromLabels(inputs, new int[Batch], 10).AsTrainingSet());
        int[] labels = TestRows.Labels(Batch, Wide.OutputLength);
        var step = network.CreateTrainingStep(Batch, threads);
        var adam = new AdamW();
        var plain = new Sgd(0.01f);
        var momentum = new Sgd(0.01f) { Momentum = 0.9f };

        AssertAllocatesNothing(() => step.Step(inputs, labels, adam, weights));
        AssertAllocatesNothing(() => step.Step(inputs, labels, momentum));
        AssertAllocatesNothing(() =>
        {
            step.ForwardBackward(inputs, labels);
            step.Update(adam);
        });
        AssertAllocatesNothing(() =>
        {
            step.Forward(inputs);
            step.Backward(gradient);
        });
        AssertAllocatesNothing(() => step.EvaluateLoss(inputs, labels));
        AssertAllocatesNothing(() =>
        {
            step.Step(inputs, labels, momentum);
            step.Step(inputs, labels, plain);
            step.ForwardBackward(inputs, labels);
            step.Update(momentum);
            step.Step(inputs, labels, adam);
        });
    }

    [Fact]
    public void Prediction_and_refreshing_allocate_nothing()
    {
        var network = new Wide(1);
        float[] inputs = TestRows.Numbers(Batch * Wide.InputLength), outputs = new float[Batch * Wide.OutputLength];
        network.Normalizer = Normalizer.FitStandardize(Dataset.FromLabels(inputs, new int[Batch], 10).AsTrainingSet());
        Predictor<Wide> predictor = network.CreatePredictor(Batch);
        float[] bias = network.Dense3.Bias!.ToArray();
        AssertAllocatesNothing(() =>
        {
            predictor.Predict(inputs, outputs);
            predictor.Forward(inputs.AsSpan(0, 40 * 33), outputs.AsSpan(0, 10 * 33));
            predictor.Classify(inputs.AsSpan(0, 40));
            network.Dense3.Bias!.CopyFrom(bias);
            predictor.Refresh();
        });
    }

    private static void AssertAllocatesNothing(Action action)
    {
        for (int i = 0; i < 10; i++)
        {
            action();
        }

        // The runtime itself allocates now and then (tiering, the test host): one quiet run of many proves the point.
        long least = long.MaxValue;
        for (int attempt = 0; attempt < 20 && least > 0; attempt++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            for (int i = 0; i < 10; i++)
            {
                action();
            }

            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        Assert.Equal(0, least);
    }
}
