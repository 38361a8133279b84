using Layerwright.Testing.Interpretation;
using Layerwright.Tests.Gradients;
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

    private static void AssertNothing(Action call, string what, int threads = 1)
    {
        long fewest = TeamAllocations.Fewest(call, Calls, threads);
        Assert.True(fewest == 0, $"{Calls} calls of {what} allocate {fewest} bytes");
    }
}
