using Layerwright.Benchmarks.Peers;

namespace Layerwright.Benchmarks;

/// <summary>The suites of the table.</summary>
internal static class Suites
{
    /// <summary>All, in the table's order.</summary>
    public static ISuite[] All(PeerFigures figures) =>
    [
        new DenseSuite(figures), new ConvolutionSuite(figures), new StepSuite(figures), new PredictionSuite(figures),
        new StartSuite(figures), new SteadinessSuite(figures), new CompilerSuite(),
    ];

    /// <summary>Those of some names; all, where none is named.</summary>
    /// <exception cref="ArgumentException">There is no suite of that name.</exception>
    public static IReadOnlyList<ISuite> Chosen(IEnumerable<string> names, PeerFigures figures)
    {
        ISuite[] all = All(figures);
        ISuite[] chosen = [.. names.Select(name => all.FirstOrDefault(suite => suite.Name == name) ?? throw new ArgumentException(
            $"There is no suite {name}; there are {string.Join(", ", all.Select(suite => suite.Name))}.", nameof(names)))];
        return chosen.Length > 0 ? chosen : all;
    }
}
