using System.Collections.Concurrent;
using System.Globalization;
using Layerwright.Testing.Interpretation;
using Layerwright.Testing.RandomNetworks;

namespace Layerwright.Tests.Gradients;

/// <summary>
/// The random networks of a test run: always the same two hundred, and twenty-five new ones each run. A failure names its network,
/// whose number is its seed; with <c>LAYERWRIGHT_TEST_SEED</c> the twenty-five from that seed on are drawn, and no others.
/// </summary>
internal static class RandomSets
{
    private const int PerSet = 25, FixedSets = 8, MostIncomparable = 2;

    private static readonly ConcurrentDictionary<int, CompiledSet> s_sets = new();

    private static readonly int? s_askedSeed =
        int.TryParse(Environment.GetEnvironmentVariable("LAYERWRIGHT_TEST_SEED"), CultureInfo.InvariantCulture, out int seed) ? seed : null;

    private static readonly int s_freshSeed = 1000 + Random.Shared.Next(1_000_000);

    /// <summary>Networks that are the same in every run: those of the seeds below this.</summary>
    public static int FixedCount => PerSet * FixedSets;

    /// <summary>The first seed of each set.</summary>
    public static IEnumerable<int> FirstSeeds =>
        s_askedSeed is { } asked ? [asked] : Enumerable.Range(0, FixedSets).Select(set => set * PerSet).Append(s_freshSeed);

    public static CompiledSet Get(int firstSeed) => s_sets.GetOrAdd(firstSeed, first => new CompiledSet(first, PerSet));

    /// <summary>
    /// Runs a check on each network of a set; of those that fail the shortest is shown, with its source. The interpreter may call a few
    /// incomparable.
    /// </summary>
    public static void ForEach(int firstSeed, Action<CompiledSet, NetworkSpec> check)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"networks of seeds {firstSeed} to {firstSeed + PerSet - 1}");
        var set = Get(firstSeed);
        var failures = new List<(string Source, Exception Exception)>();
        int incomparable = 0;
        foreach (var network in set.Networks)
        {
            try
            {
                check(set, network);
            }
            catch (IncomparableNetworkException)
            {
                incomparable++;
            }
            catch (Exception exception)
            {
                failures.Add((SpecWriter.Write(network), exception));
            }
        }

        Assert.InRange(incomparable, 0, MostIncomparable);
        if (failures.Count > 0)
        {
            var (source, inner) = failures.MinBy(failure => failure.Source.Length);
            throw new InvalidOperationException($"{failures.Count} of {PerSet} networks fail; the shortest: {inner.Message}\n{source}", inner);
        }
    }
}
