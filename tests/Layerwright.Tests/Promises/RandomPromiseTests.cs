using System.Runtime.InteropServices;
using Layerwright.Testing.Interpretation;
using Layerwright.Testing.Running;
using Layerwright.Tests.Gradients;

namespace Layerwright.Tests.Promises;

/// <summary>Same bits, whichever way random networks are run.</summary>
public class RandomPromiseTests
{
    private static readonly Optimizer[] s_optimizers =
    [
        new Sgd(1e-3f),
        new Sgd(1e-3f) { Momentum = 0.9f, Nesterov = true, WeightDecay = 0.01f },
        new Adam(1e-3f) { WeightDecay = 0.01f },
        new AdamW(1e-3f),
    ];

    public static TheoryData<string> Sets => [.. RandomSets.Names];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Stored_gradients_and_an_update_are_the_fused_step(string networks) => RandomSets.ForEach(networks, (set, network) =>
    {
        var random = new RandomCase(network, set.Fused(network));
        var optimizer = s_optimizers[random.Seed % s_optimizers.Length];
        var (fused, stored) = (random.CreateNetwork(), random.CreateNetwork());
        var (fusedStep, storedStep) = (random.CreateStep(fused), random.CreateStep(stored));
        for (int i = 0; i < 3; i++)
        {
            float loss = random.Step(fusedStep, optimizer);
            Assert.Equal(loss, random.ForwardBackward(storedStep));
            storedStep.Update(optimizer);
            AssertSameBits(fused, stored);
        }
    });

    [Theory]
    [MemberData(nameof(Sets))]
    public void Fused_networks_compute_what_unfused_ones_do(string networks) => RandomSets.ForEach(networks, (set, network) =>
    {
        var random = new RandomCase(network, set.Fused(network));
        var (fused, unfused) = (random.CreateNetwork(), random.CreateNetwork(set.Unfused(network)));
        var (fusedStep, unfusedStep) = (random.CreateStep(fused), random.CreateStep(unfused));

        Assert.Equal(random.ForwardBackward(fusedStep), random.ForwardBackward(unfusedStep));

        AssertSameBits(fusedStep.Outputs, unfusedStep.Outputs);
        AssertSameBits(TestNetwork.Flatten(fusedStep.Gradients), TestNetwork.Flatten(unfusedStep.Gradients));
        AssertSameBits(fused, unfused);
        AssertSameBits(Predict(random, fused), Predict(random, unfused));
    });

    [Theory]
    [MemberData(nameof(Sets))]
    public void One_two_and_three_threads_give_the_same_bits(string networks) => RandomSets.ForEach(networks, (set, network) =>
    {
        // So many rows that the work is worth sharing.
        long flops = TestNetwork.Create(set.Fused(network), 1).Blueprint.Layers.Sum(layer => layer.FlopsPerRow);
        var random = new RandomCase(network, set.Fused(network), rows: (int)Math.Clamp(4_000_000 / Math.Max(flops, 1), 97, 6000));
        var optimizer = s_optimizers[random.Seed % s_optimizers.Length];
        var results = new[] { 1, 2, 3 }.Select(threads =>
        {
            var trained = random.CreateNetwork();
            var step = random.CreateStep(trained, threads, poison: 0xFF);
            return (random.Step(step, optimizer), random.Step(step, optimizer), step.Outputs.ToArray(), trained.Flatten());
        }).ToList();

        foreach (var (first, second, outputs, weights) in results.Skip(1))
        {
            Assert.Equal(results[0].Item1, first);
            Assert.Equal(results[0].Item2, second);
            AssertSameBits(results[0].Item3, outputs);
            AssertSameBits(results[0].Item4, weights);
        }
    });

    [Theory]
    [MemberData(nameof(Sets))]
    public void Poisoned_memory_changes_nothing(string networks) => RandomSets.ForEach(networks, (set, network) =>
    {
        // 97 rows: three whole blocks and one of a single row, which kernels of their own work on.
        AssertUnpoisoned(network, new RandomCase(network, set.Fused(network)));
        AssertUnpoisoned(network, new RandomCase(network, set.Fused(network), rows: 97));
    });

    [Theory]
    [MemberData(nameof(Sets))]
    public void A_probed_step_gives_the_same_bits(string networks) => RandomSets.ForEach(networks, (set, network) =>
    {
        var random = new RandomCase(network, set.Fused(network));
        var (plain, probed) = (random.CreateNetwork(), random.CreateNetwork());
        var (plainStep, probedStep) = (random.CreateStep(plain), random.CreateStep(probed));
        probedStep.Record(random.Rows);

        Assert.Equal(random.Step(plainStep, s_optimizers[1]), random.Step(probedStep, s_optimizers[1]));

        AssertSameBits(plain, probed);
    });

    [Theory]
    [MemberData(nameof(Sets))]
    public void A_step_of_single_rows_gives_the_bits_of_one_that_takes_more(string networks) => RandomSets.ForEach(networks, (set, network) =>
    {
        if (network.Loss == LossKind.None || TestNetwork.Create(set.Fused(network), 1).Blueprint.BatchStatisticsLayer is not null)
        {
            return;
        }

        var random = new RandomCase(network, set.Fused(network), rows: 1);
        var (single, several) = (random.CreateNetwork(), random.CreateNetwork());
        var (singleStep, severalStep) = (single.CreateStep(1, 1, poison: 0xFF), several.CreateStep(2, 1));
        foreach (Optimizer optimizer in s_optimizers)
        {
            for (int i = 0; i < 2; i++)
            {
                float loss = singleStep.Step(random.Batch.Inputs, random.Batch.Targets, optimizer, default);
                Assert.Equal(severalStep.Step(random.Batch.Inputs, random.Batch.Targets, optimizer, default), loss);
                AssertSameBits(singleStep.Outputs, severalStep.Outputs);
                AssertSameBits(single, several);
                if (network.InputGradient)
                {
                    AssertSameBits(singleStep.InputGradient, severalStep.InputGradient);
                }
            }
        }
    });

    [Theory]
    [MemberData(nameof(Sets))]
    public void A_saved_network_read_into_another_predicts_the_same_bits(string networks) => RandomSets.ForEach(networks, (set, network) =>
    {
        var random = new RandomCase(network, set.Fused(network));
        var saved = random.CreateNetwork();
        random.Step(random.CreateStep(saved), s_optimizers[0]);
        var read = TestNetwork.Create(set.Fused(network), seed: 4711);
        string path = Path.GetTempFileName();
        try
        {
            saved.Save(path);
            read.LoadWeights(path);
        }
        finally
        {
            File.Delete(path);
        }

        AssertSameBits(saved, read);
        AssertSameBits(Predict(random, saved), Predict(random, read));
    });

    private static void AssertUnpoisoned(NetworkSpec network, RandomCase random)
    {
        var optimizer = s_optimizers[random.Seed % s_optimizers.Length];
        var results = new byte?[] { 0x00, 0xFF }.Select(poison =>
        {
            var trained = random.CreateNetwork();
            var step = random.CreateStep(trained, poison: poison);
            float loss = random.Step(step, optimizer) + random.Step(step, optimizer);
            random.ForwardBackward(step);
            float[] inputGradient = network.InputGradient ? step.InputGradient.ToArray() : [];
            return (loss, step.Outputs.ToArray(), inputGradient, TestNetwork.Flatten(step.Gradients), trained.Flatten(), Predict(random, trained, poison));
        }).ToList();

        Assert.True(float.IsFinite(results[1].loss));
        Assert.Equal(results[0].loss, results[1].loss);
        AssertSameBits(results[0].Item2, results[1].Item2);
        AssertSameBits(results[0].inputGradient, results[1].inputGradient);
        AssertSameBits(results[0].Item4, results[1].Item4);
        AssertSameBits(results[0].Item5, results[1].Item5);
        AssertSameBits(results[0].Item6, results[1].Item6);
    }

    private static float[] Predict(RandomCase random, TestNetwork network, byte? poison = null)
    {
        var outputs = new float[random.Rows * random.OutputLength];
        network.CreatePredictor(random.Rows, poison).Predict(random.Batch.Inputs, outputs);
        return outputs;
    }

    private static void AssertSameBits(TestNetwork expected, TestNetwork actual) => AssertSameBits(expected.Flatten(), actual.Flatten());

    private static void AssertSameBits(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        int same = MemoryMarshal.Cast<float, int>(expected).CommonPrefixLength(MemoryMarshal.Cast<float, int>(actual));
        Assert.True(same == expected.Length, same == expected.Length ? "" : $"[{same}] is {actual[same]:R} instead of {expected[same]:R}");
    }
}
