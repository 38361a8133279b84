using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Layerwright.Package.Tests;

/// <summary>samples/Babysitting, run once: what it prints must bear out what it claims.</summary>
[Trait("Category", "Package")]
public sealed partial class BabysittingSampleTests(PackageFixture fixture)
{
    [Fact(Explicit = true)]
    public async Task The_way_from_raw_images_to_a_report_shows_what_it_tells_the_reader_to_look_for()
    {
        string report = Path.Combine(fixture.Workspace, "babysitting.html");
        var run = (await Samples.RunAsync(fixture, "Babysitting", report)).Succeeds();
        string output = run.Output;

        // The steps, in the order of the notes, each with something to look for.
        Assert.Equal(Enumerable.Range(1, 9), Step().Matches(output).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)));
        Assert.InRange(Regex.Count(output, "^Look for: ", RegexOptions.Multiline), 9, 20);

        // 1: the training images have mean 0 and deviation 1.
        Assert.Matches(@"(?m)^  training +8,000 .* -?0\.000 +1\.000", output);

        // 2: ReLU before tanh before sigmoid; BatchNorm trains at every rate, the plain network not at the highest.
        int[] epochs = [.. ((string[])["ReLU", "tanh", "sigmoid"]).Select(name => int.Parse(Row(output, name, @"(\d+) ").Groups[1].Value, CultureInfo.InvariantCulture))];
        Assert.True(epochs[0] < epochs[1] && 3 * epochs[1] < epochs[2], $"ReLU {epochs[0]}, tanh {epochs[1]}, sigmoid {epochs[2]} epochs");
        Assert.True(Row(output, "without", @"\d.*diverged").Success);
        Match normalized = Row(output, "with BatchNorm", @"(\d+\.\d) % +(\d+\.\d) % +(\d+\.\d) %");
        Assert.All(Enumerable.Range(1, 3), i => Assert.InRange(Number(normalized.Groups[i].Value), 77, 90));

        // 3 to 5: every check passes.
        Match loss = Regex.Match(output, @"(?m)^pass  Initial loss: (\d\.\d+), expected 2\.303");
        Assert.InRange(Number(loss.Groups[1].Value), 0.9 * 2.303, 1.3 * 2.303);
        Match penalty = Regex.Match(output, @"(?m)^pass  Regularisation: the loss is (\d+\.\d+) without, (\d+\.\d+) with L1 and L2, (\d+\.\d+) with");
        Assert.True(Number(penalty.Groups[1].Value) < Number(penalty.Groups[2].Value) && Number(penalty.Groups[2].Value) < Number(penalty.Groups[3].Value));
        Assert.Matches(@"(?m)^pass  Overfit a few rows: 20 rows at loss 0\.00\d+, accuracy 100 %", output);
        Assert.Matches(@"(?m)^pass  Gradients: ", output);
        Assert.DoesNotContain("FAIL", output, StringComparison.Ordinal);

        // 6: from too low over best to too high.
        int low = output.IndexOf("too low\n", StringComparison.Ordinal), best = output.IndexOf(" best\n", StringComparison.Ordinal);
        Assert.True(low > 0 && low < best, output);
        Assert.Matches(@"(?m)^Sgd, \d+ steps each: usable from \S+ to \S+, best \S+\.", output);

        // 7: the fine round is better than the coarse one.
        Assert.True(Losses(output, "fine").Min() < Losses(output, "coarse").Min());

        // 8 and 9: a healthy run, two faults named by their ids, and a report that is whole.
        Match accuracy = Regex.Match(output, @"(?m)^Test accuracy (\d+\.\d+) % on 2,000 images");
        Assert.InRange(Number(accuracy.Groups[1].Value), 84, 92);
        Assert.Matches(@"(?m)^LW7001 warning.*\(see LW5001\)", output);
        Assert.Matches(@"(?m)^LW7013 warning", output);
        string page = XDocument.Load(report).Root!.Value;
        Assert.All((string[])["Curves", "Confusion matrix", "Worst mistakes", "Ankle boot", "Dense1"], text => Assert.Contains(text, page, StringComparison.Ordinal));
    }

    [Fact(Explicit = true)]
    public Task Two_runs_print_the_same_and_write_the_same_report() => Samples.AssertSameTwiceAsync(fixture, "Babysitting");

    private static IEnumerable<double> Losses(string output, string round) =>
        Regex.Matches(output, $@"(?m)^  {round} .* (\d\.\d+) *\r?$").Select(match => Number(match.Groups[1].Value));

    private static Match Row(string output, string name, string rest) => Regex.Match(output, $@"(?m)^  {name} +{rest}");

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d)  [A-Z]", RegexOptions.Multiline)]
    private static partial Regex Step();
}
