using Layerwright.Testing.Interpretation;
using Layerwright.Tests.Gradients;

namespace Layerwright.Tests.Promises;

/// <summary>0 bytes are allocated per step and per prediction. Runs alone: what several threads allocate is only known for the process.</summary>
[Collection(nameof(AllocationTests))]
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public class AllocationTests
{
    private const int Calls = 50;

    [Fact]
    public void Steps_and_predictions_of_random_networks_allocate_nothing() => RandomSets.ForEach(0, (set, network) =>
    {
        var random = new RandomCase(network, set.Fused(network));
        var compiled = random.CreateNetwork();
        var step = random.CreateStep(compiled);
        var predictor = compiled.CreatePredictor(random.Rows);
        float[] inputs = random.Batch.Inputs, outputs = new float[random.Rows * random.OutputLength];
        Optimizer sgd = new Sgd(1e-4f) { Momentum = 0.9f }, adam = new AdamW(1e-4f);

        AssertNothing(GC.GetAllocatedBytesForCurrentThread, () => random.Step(step, sgd), "step");
        AssertNothing(GC.GetAllocatedBytesForCurrentThread, () => random.ForwardBackward(step), "forward and backward");
        AssertNothing(GC.GetAllocatedBytesForCurrentThread, () => step.Update(adam), "update");
        AssertNothing(GC.GetAllocatedBytesForCurrentThread, () => predictor.Predict(inputs, outputs), "prediction");
        if (network.Loss != LossKind.None)
        {
            AssertNothing(GC.GetAllocatedBytesForCurrentThread, () => step.EvaluateLoss(inputs, random.Batch.Targets), "loss");
        }
    });

    [Fact]
    public void Steps_on_several_threads_allocate_nothing() => RandomSets.ForEach(0, (set, network) =>
    {
        var random = new RandomCase(network, set.Fused(network), rows: 300);
        var step = random.CreateStep(random.CreateNetwork(), threads: 2);
        var optimizer = new AdamW(1e-4f);

        AssertNothing(() => GC.GetTotalAllocatedBytes(precise: true), () => random.Step(step, optimizer), "step");
    });

    // What happens once (a method compiled, a moment array for a new kind of optimizer) is over after the first calls; what
    // happens by chance (the runtime's own threads) does not happen in every one of several rounds.
    private static void AssertNothing(Func<long> allocated, Action call, string what)
    {
        long fewest = long.MaxValue;
        for (int round = 0; round < 4 && fewest > 0; round++)
        {
            long before = allocated();
            for (int i = 0; i < Calls; i++)
            {
                call();
            }

            fewest = Math.Min(fewest, allocated() - before);
        }

        Assert.True(fewest == 0, $"{Calls} calls of {what} allocate {fewest} bytes");
    }
}
