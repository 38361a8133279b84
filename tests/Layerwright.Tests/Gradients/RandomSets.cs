using System.Collections.Concurrent;
using System.Globalization;
using Layerwright.Testing.Interpretation;
using Layerwright.Testing.RandomNetworks;

namespace Layerwright.Tests.Gradients;

/// <summary>
/// The random networks of a test run: of vectors always the same two hundred, of images and sequences the same hundred, and twenty-five
/// new ones of either each run. A failure names its network, whose number is its seed; with <c>LAYERWRIGHT_TEST_NETWORKS</c> one set, as
/// <c>images 4711</c>, is drawn and no other.
/// </summary>
internal static class RandomSets
{
    private const int PerSet = 25, MostIncomparable = 2;

    private static readonly ConcurrentDictionary<string, CompiledSet> s_sets = new(StringComparer.Ordinal);

    private static readonly string? s_asked = Environment.GetEnvironmentVariable("LAYERWRIGHT_TEST_NETWORKS");

    private static readonly int s_freshSeed = 1000 + Random.Shared.Next(1_000_000);

    private static readonly Dictionary<string, (int FixedCount, Func<int, NetworkSpec> Create)> s_kinds = new(StringComparer.Ordinal)
    {
        ["vectors"] = (200, RandomNetwork.Create),
        ["images"] = (100, RandomConvolutionalNetwork.Create),
    };

    /// <summary>What each set is called: the kind of its networks, and the first one's seed.</summary>
    public static IEnumerable<string> Names => s_asked is { Length: > 0 } asked
        ? [asked]
        : s_kinds.Keys.SelectMany(kind => FixedNames(kind).Append($"{kind} {s_freshSeed}"));

    /// <summary>The sets of a kind that are the same in every run.</summary>
    public static IEnumerable<string> FixedNames(string kind) =>
        Enumerable.Range(0, s_kinds[kind].FixedCount / PerSet).Select(set => $"{kind} {set * PerSet}");

    /// <summary>The networks of a kind that are the same in every run.</summary>
    public static NetworkSpec[] Fixed(string kind) => [.. Enumerable.Range(0, s_kinds[kind].FixedCount).Select(s_kinds[kind].Create)];

    public static CompiledSet Get(string name) => s_sets.GetOrAdd(name, _ =>
    {
        string[] parts = name.Split(' ');
        return new(Enumerable.Range(int.Parse(parts[1], CultureInfo.InvariantCulture), PerSet).Select(s_kinds[parts[0]].Create));
    });

    /// <summary>
    /// Runs a check on each network of a set; of those that fail the shortest is shown with its source, the others by name. The interpreter
    /// may call a few incomparable.
    /// </summary>
    public static void ForEach(string name, Action<CompiledSet, NetworkSpec> check)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{PerSet} networks: {name}");
        var set = Get(name);
        var failures = new List<(NetworkSpec Network, Exception Exception)>();
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
                failures.Add((network, exception));
            }
        }

        Assert.InRange(incomparable, 0, MostIncomparable);
        if (failures.Count > 0)
        {
            var (shortest, inner) = failures.MinBy(failure => SpecWriter.Write(failure.Network).Length);
            string others = string.Concat(failures.Select(failure => $"\n{failure.Network.Name}: {failure.Exception.GetBaseException().Message}"));
            throw new InvalidOperationException($"{failures.Count} of {PerSet} networks fail:{others}\nThe shortest:\n{SpecWriter.Write(shortest)}", inner);
        }
    }
}
