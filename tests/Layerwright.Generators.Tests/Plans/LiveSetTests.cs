using Layerwright.CodeModel.Planning;
using Layerwright.Testing;
using Layerwright.Testing.RandomNetworks;

namespace Layerwright.Generators.Tests.Plans;

/// <summary>Buffers take little more than what is live together at most.</summary>
public class LiveSetTests
{
    private static readonly ArenaKind[] s_arenas = [ArenaKind.Batch, ArenaKind.Block];

    /// <summary>Networks whose speed is promised, and how much more than the least their batch arenas may be.</summary>
    public static TheoryData<string, double> Promised => new()
    {
        { "DigitNet", 1 },
        { "LeNet", 1 },
        { "SmallResNet", 1.09 },
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
        AssertBetween(LiveSet.Of(plan.Training!, ArenaKind.Batch), Length(plan.Training!, ArenaKind.Batch), most);
        AssertBetween(LiveSet.Of(plan.Training!, ArenaKind.Block), Length(plan.Training!, ArenaKind.Block), 1);
    }

    // Threads may be at different operations of a segment, so what crosses segments shares memory between them, not within.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Random_networks_take_little_more_than_the_least(int seed)
    {
        var plan = Planned.Of(seed % 2 == 0 ? RandomNetwork.Create(seed) : RandomConvolutionalNetwork.Create(seed));

        AssertBetween(LiveSet.Of(plan.Inference), plan.Inference.Buffers.FloatsPerRow, 1.3);
        AssertBetween(
            s_arenas.Sum(arena => LiveSet.Of(plan.Training!, arena)), s_arenas.Sum(arena => Length(plan.Training!, arena)), 1.6);
    }

    private static int Length(TrainingPlan plan, ArenaKind arena) => plan.Buffers.SlotOf
        .Select(entry => plan.Buffers.Slots[entry.Slot])
        .Where(slot => slot.Arena == arena)
        .Select(slot => slot.End)
        .DefaultIfEmpty()
        .Max();

    private static void AssertBetween(int least, int length, double most) => Assert.True(
        length >= least && length <= most * least, $"{length} floats a row, and the largest live set has {least}: {(double)length / least:0.00} times");
}
