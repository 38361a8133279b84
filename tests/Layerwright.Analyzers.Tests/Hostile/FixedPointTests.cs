using Layerwright.Analyzers.Tests.Harness;
using Layerwright.Testing.Analyzers;

namespace Layerwright.Analyzers.Tests.Hostile;

/// <summary>
/// Random attribute lists: no analyzer and no fix throws, and whoever applies all fixes in turn comes to an end. The seed is in the
/// test's name; the day's own changes daily.
/// </summary>
public class FixedPointTests
{
    private const int MostRounds = 20, PlausibleNetworks = 50, HostileClasses = 12;

    /// <summary>Over all seeds at least 5,000 lists.</summary>
    public static TheoryData<int> PlausibleSeeds { get; } = [.. Enumerable.Range(0, 60), .. Today(20)];

    public static TheoryData<int> HostileSeeds { get; } = [.. Enumerable.Range(1000, 60), .. Today(30)];

    [Fact]
    public void There_are_5000_lists_or_more() =>
        Assert.InRange((PlausibleSeeds.Count * (PlausibleNetworks + 7)) + (HostileSeeds.Count * HostileClasses), 5000, int.MaxValue);

    [Theory]
    [MemberData(nameof(PlausibleSeeds))]
    public Task All_fixes_in_turn_come_to_an_end_on_networks_in_odd_orders(int seed) => EndsAsync(new PlausibleSource(seed).File(PlausibleNetworks), seed);

    [Theory]
    [MemberData(nameof(HostileSeeds))]
    public Task All_fixes_in_turn_come_to_an_end_on_whatever_a_person_types(int seed) => EndsAsync(new HostileSource(seed).File(HostileClasses), seed);

    private static async Task EndsAsync(string source, int seed)
    {
        var rounds = new FixRounds(seed, MostRounds);
        await rounds.ApplyAsync(TestWorkspace.Create(source));
        Assert.Null(rounds.Endless);
    }

    private static IEnumerable<int> Today(int count) => Enumerable.Range(0, count).Select(i => 10_000 + (DateTime.UtcNow.DayOfYear * 100) + i);
}
