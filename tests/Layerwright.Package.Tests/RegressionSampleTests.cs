using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Layerwright.Package.Tests;

/// <summary>samples/Regression, run once: what it prints must bear out what it claims.</summary>
[Trait("Category", "Package")]
public sealed partial class RegressionSampleTests(PackageFixture fixture)
{
    [Fact(Explicit = true)]
    public async Task Networks_beat_the_mean_by_far_and_are_compared_with_a_line_on_patients_that_neither_has_seen()
    {
        string report = Path.Combine(fixture.Workspace, "regression.html");
        var run = (await Samples.RunAsync(fixture, "Regression", report)).Succeeds();

        Assert.StartsWith("Progression of diabetes: 10 measurements each of 354 patients to learn from and 88 to test on", run.Output, StringComparison.Ordinal);
        Assert.Equal(5, Trial().Count(run.Output));
        var models = Model().Matches(run.Output).ToDictionary(
            match => match.Groups["name"].Value,
            match => (Folds: Number(match, "folds"), Test: Number(match, "test"), RSquared: Number(match, "r")));
        Assert.Equal(["mean", "linear least squares", "network", "mean of 10 networks"], models.Keys);

        // numpy.linalg.lstsq on the same 354 rows and a column of ones gives 53.5928 and 0.4924 on the other 88.
        // The mean explains nothing; on other rows than its own even a little less.
        var line = models["linear least squares"];
        Assert.Equal(53.5928, line.Test, 0.0051);
        Assert.Equal(0.4924, line.RSquared, 0.00051);
        Assert.InRange(models["mean"].RSquared, -0.05, 0);
        Assert.All((string[])["network", "mean of 10 networks"], name =>
        {
            Assert.Equal(line.Folds, models[name].Folds, 1.5);
            Assert.Equal(line.Test, models[name].Test, 1.5);
            Assert.Equal(line.RSquared, models[name].RSquared, 0.03);
        });
        Assert.DoesNotContain("LW7016", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^Per test patient the networks' mean is off by 0\.\d\d ± 0\.\d\d points (less|more) than the line: too little for", run.Output);

        // The report has both plots, a dot in each for each of the test patients.
        XDocument page = XDocument.Load(report);
        Assert.All((string[])["predicted-1", "residuals-1"], key => Assert.Equal(
            88, page.Descendants().Single(element => (string?)element.Attribute("id") == key).Descendants().Count(element => element.Name.LocalName == "circle")));
        Assert.All((string[])["Progression of diabetes", "Predictions and residuals", "Curves", "validation"], text => Assert.Contains(text, page.Root!.Value, StringComparison.Ordinal));
    }

    [Fact(Explicit = true)]
    public Task Two_runs_print_the_same_and_write_the_same_report() => Samples.AssertSameTwiceAsync(fixture, "Regression");

    [Fact(Explicit = true)]
    public async Task A_report_that_cannot_be_written_is_refused_before_any_work()
    {
        string folder = Path.Combine(fixture.Workspace, "no-such-folder");
        var run = await Samples.RunAsync(fixture, "Regression", Path.Combine(folder, "report.html"));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal($"There is no folder {folder} to write the report to.", run.Output.Trim());
    }

    private static double Number(Match match, string group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^ +\d+ +0\.\d+ +\d\S* +\d\d\.\d\d *\r?$", RegexOptions.Multiline)]
    private static partial Regex Trial();

    [GeneratedRegex(@"^  (?<name>[a-z][a-z0-9 ]*?) +(?<folds>\d+\.\d+) ± \d\.\d +(?<test>\d+\.\d+) +\d+\.\d+ +(?<r>-?0\.\d+) *\r?$", RegexOptions.Multiline)]
    private static partial Regex Model();
}
