using Layerwright.CodeModel.Planning;
using Layerwright.Testing;
using Layerwright.Testing.RandomNetworks;

namespace Layerwright.Generators.Tests.Plans;

/// <summary>Buffers take little more than what is live together at most.</summary>
public class LiveSetTests
{
    /// <summary>Networks whose speed is promised, and how much more than the least their batch arenas may be.</summary>
    public static TheoryData<string, double> Promised => new()
    {
        { "DigitNet", 1 },
        { "LeNet", 1 },
        { "SmallResNet", 1 },
        { "TinyNet", 1 },
    };

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40)];

    [Theory]
    [MemberData(nameof(Promised))]
    public void Promised_networks_are_predicted_in_the_least_memory_and_trained_in_little_more(string name, double most)
    {
        string source = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Layerwright.Benchmarks", "Networks", $"{name}.cs"));
        var plan = Planned.Of($"using Layerwright;\n{source}", $"Layerwright.Benchmarks.{name}");

        Assert.Equal(LiveSet.Of(plan.Inference), plan.Inference.Buffers.FloatsPerRow);
        AssertBetween(plan.Training!, ArenaKind.Batch, most);
        AssertBetween(plan.Training!, ArenaKind.Block, 1);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Random_networks_take_little_more_than_the_least(int seed)
    {
        var plan = Planned.Of(seed % 2 == 0 ? RandomNetwork.Create(seed) : RandomConvolutionalNetwork.Create(seed));

        int least = LiveSet.Of(plan.Inference);
        Assert.InRange(plan.Inference.Buffers.FloatsPerRow, least, 1.3 * least);
        AssertBetween(plan.Training!, ArenaKind.Batch, 1.3);
        AssertBetween(plan.Training!, ArenaKind.Block, 1.3);
    }

    private static void AssertBetween(TrainingPlan plan, ArenaKind arena, double most)
    {
        int least = LiveSet.Of(plan, arena);
        int length = plan.Buffers.SlotOf
            .Select(entry => plan.Buffers.Slots[entry.Slot])
            .Where(slot => slot.Arena == arena)
            .Select(slot => slot.End)
            .DefaultIfEmpty()
            .Max();
        Assert.True(length >= least && length <= most * least, $"The {arena} arena is {length}, the largest live set {least}: {(double)length / least:0.00} times");
    }
}
