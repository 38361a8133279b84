using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Layerwright.Package.Tests;

/// <summary>samples/Initialization, run once: what it prints must bear out what it claims.</summary>
[Trait("Category", "Package")]
public sealed partial class InitializationSampleTests(PackageFixture fixture)
{
    [Fact(Explicit = true)]
    public async Task Small_weights_vanish_large_ones_saturate_or_explode_and_each_nonlinearity_has_an_initialisation_that_lives()
    {
        string report = Path.Combine(fixture.Workspace, "initialization.html");
        var run = (await Samples.RunAsync(fixture, "Initialization", report)).Succeeds();
        var networks = Summary().Matches(run.Output).ToDictionary(
            match => $"{match.Groups["nonlinearity"].Value} {match.Groups["weights"].Value}",
            match => (Forward: Number(match, "forward"), Backward: Number(match, "backward"), Saturated: match.Groups["saturated"].Value, Verdict: match.Groups["verdict"].Value.Trim()));
        Assert.Equal(8, networks.Count);

        // Measured at these sizes: tanh N(0, 0.01²) ends at 3e-7 of .21, Xavier at .23 of .63; N(0, 1) has 92 % of its outputs at the bounds.
        Assert.All((string[])["tanh small", "ReLU small"], name =>
        {
            Assert.Equal("vanishes", networks[name].Verdict);
            Assert.InRange(networks[name].Forward, 0, 1e-5);
            Assert.InRange(networks[name].Backward, 0, 1e-5);
        });
        Assert.InRange(Percent(networks["tanh large"].Saturated), 85, 97);
        Assert.StartsWith("saturates", networks["tanh large"].Verdict, StringComparison.Ordinal);
        Assert.Equal("explodes", networks["ReLU large"].Verdict);
        Assert.InRange(networks["ReLU large"].Forward, 1e9, 1e12);

        Assert.InRange(networks["tanh Xavier"].Forward, 0.25, 0.5);
        Assert.InRange(networks["tanh Xavier"].Backward, 0.2, 1);
        Assert.Equal("fades", networks["ReLU Xavier"].Verdict);
        Assert.All((string[])["tanh Xavier", "tanh He", "ReLU He"], name => Assert.Equal("lives", networks[name].Verdict));
        Assert.InRange(networks["ReLU He"].Forward, 0.5, 2);
        Assert.InRange(networks["ReLU He"].Backward, 0.5, 2);

        // Every network shows ten layers, and the monitor names what is wrong by the rule's id.
        Assert.Equal(80, Layer().Count(run.Output));
        Assert.All((string[])["LW7002", "LW7007", "LW7008"], id => Assert.Contains($"The monitor says: {id}", run.Output, StringComparison.Ordinal));

        // The report is whole and has a histogram for each layer, forward and back.
        var page = XDocument.Load(report);
        string text = page.Root!.Value;
        Assert.All((string[])["tanh, small", "tanh, large", "tanh, Xavier", "tanh, He", "ReLU, small", "ReLU, large", "ReLU, Xavier", "ReLU, He"],
            title => Assert.Contains(title, text, StringComparison.Ordinal));
        Assert.InRange(page.Descendants().Count(element => element.Name.LocalName == "svg"), 16, int.MaxValue);
    }

    [Fact(Explicit = true)]
    public Task Two_runs_print_the_same_and_write_the_same_report() => Samples.AssertSameTwiceAsync(fixture, "Initialization");

    private static double Number(Match match, string group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static double Percent(string text) => double.Parse(text.TrimEnd('%', ' '), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^  (?<nonlinearity>tanh|ReLU) +(?<weights>small|large|Xavier|He) +(?<forward>\S+) +(?<backward>\S+) +(?<saturated>\d+ %)? +(?<verdict>[a-z, ]+?) *\r?$", RegexOptions.Multiline)]
    private static partial Regex Summary();

    [GeneratedRegex(@"^ +(?:[1-9]|10) +-?\d", RegexOptions.Multiline)]
    private static partial Regex Layer();
}
