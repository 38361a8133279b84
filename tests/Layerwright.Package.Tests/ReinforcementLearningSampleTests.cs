using System.Globalization;
using System.Text.RegularExpressions;

namespace Layerwright.Package.Tests;

[Trait("Category", "Package")]
public sealed partial class ReinforcementLearningSampleTests(PackageFixture fixture)
{
    [Fact(Explicit = true)]
    public async Task Seven_of_eight_seeds_or_more_balance_the_pole_within_a_thousand_episodes()
    {
        string output = (await Samples.RunAsync(fixture, "ReinforcementLearning", "--seeds", "8")).Succeeds().Output;
        MatchCollection seeds = Seed().Matches(output);
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8"], seeds.Select(seed => seed.Groups["seed"].Value));
        Assert.All(seeds, seed => Assert.InRange(Number(seed, "episodes"), 100, 1000));
        Assert.All(seeds, seed => Assert.InRange(Number(seed, "steps"), 100 * 475, 1000 * 500));

        var solved = seeds.Where(seed => Number(seed, "last") >= 475).ToList();
        Assert.InRange(solved.Count, 7, 8);
        Assert.StartsWith($"{solved.Count} of 8 seeds reached a mean of 475 steps", Last(output), StringComparison.Ordinal);
        Assert.EndsWith(" 0 bytes allocated from each second episode on.", Last(output), StringComparison.Ordinal);

        // What was learnt is more than what chance kept up: without it an episode lasts some 20 steps.
        Assert.InRange(solved.Count(seed => Number(seed, "afterwards") >= 475), 7, 8);
    }

    [Fact(Explicit = true)]
    public async Task One_seed_shows_its_learning_curve_and_its_saved_policy_keeps_the_pole_up()
    {
        string[] files = [.. Enumerable.Range(1, 2).Select(i => Path.Combine(fixture.Workspace, $"pole-{i}.safetensors"))];
        CommandResult[] runs = await Task.WhenAll(files.Select(file => Samples.RunAsync(fixture, "ReinforcementLearning", "--seed", "4", "--save", file)));
        string output = runs[0].Succeeds().Output;

        // The curve rises from what chance gives to the goal.
        double[] means = [.. Point().Matches(output).Select(point => Number(point, "mean"))];
        Assert.InRange(means.Length, 5, 51);
        Assert.InRange(means[0], 9, 100);
        Assert.InRange(means[^1], 475, 500);

        Match outcome = Outcome().Match(output);
        Assert.True(outcome.Success, output);
        Assert.Equal(Point().Matches(output)[^1].Groups["episode"].Value, outcome.Groups["episodes"].Value);
        Assert.Equal(0, Number(outcome, "bytes"));
        Assert.InRange(Number(Reloaded().Match(output), "mean"), 475, 500);

        // Five moments of a pole that leans 8° first and then no more than it may.
        Assert.Equal(["0.0", "0.2", "0.4", "1.2", "10.0"], Moment().Matches(output).Select(moment => moment.Groups["time"].Value));
        Assert.Equal(8, Number(Moment().Match(output), "angle"));

        // The same seed learns the same, to the bit.
        Assert.Equal(means, Point().Matches(runs[1].Succeeds().Output).Select(point => Number(point, "mean")));
        Assert.Equal(await File.ReadAllBytesAsync(files[0]), await File.ReadAllBytesAsync(files[1]));
    }

    [Fact(Explicit = true)]
    public async Task A_policy_cannot_be_saved_where_there_is_no_folder_and_nothing_is_learnt_in_vain()
    {
        string folder = Path.Combine(fixture.Workspace, "no-such-folder");
        var run = await Samples.RunAsync(fixture, "ReinforcementLearning", "--save", Path.Combine(folder, "policy.safetensors"));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"there is none at '{folder}'", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Balancing a pole", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
    }

    private static string Last(string output) => output.ReplaceLineEndings("\n").TrimEnd().Split('\n')[^1];

    private static double Number(Match match, string group) =>
        double.Parse(match.Groups[group].Value.Replace('−', '-'), NumberStyles.Number, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^ *(?<seed>\d+) +(?<episodes>\d+) +(?<steps>[\d,]+) +(?<last>\d+\.\d) +(?<afterwards>\d+\.\d) +[▁▂▃▄▅▆▇█]{30}", RegexOptions.Multiline)]
    private static partial Regex Seed();

    [GeneratedRegex(@"^ *(?<episode>\d+) +[\d,]+ +(?<mean>\d+\.\d) █+\r?$", RegexOptions.Multiline)]
    private static partial Regex Point();

    [GeneratedRegex(@"^Solved after (?<episodes>\d+) episodes: [\d,]+ steps in .*; (?<bytes>\d+) bytes allocated", RegexOptions.Multiline)]
    private static partial Regex Outcome();

    [GeneratedRegex(@"its likelier action each time lasts (?<mean>\d+\.\d) steps in the mean of 100 new episodes")]
    private static partial Regex Reloaded();

    [GeneratedRegex(@"(?<time>\d+\.\d) s: (?<angle>[+−]?\d+\.\d)°")]
    private static partial Regex Moment();
}
