using System.Globalization;
using System.Text.RegularExpressions;

namespace Layerwright.Package.Tests;

[Trait("Category", "Package")]
public sealed partial class TransferSampleTests(PackageFixture fixture)
{
    [Fact(Explicit = true)]
    public async Task Features_of_other_classes_teach_two_new_ones_better_than_their_few_images_do()
    {
        var run = (await Samples.RunAsync(fixture, "Transfer")).Succeeds();

        var gain = Gain().Match(run.Output);
        Assert.True(gain.Success, run.ToString());
        Assert.InRange(Number(gain.Groups[1].Value), 1.5, 30);
        Assert.InRange(Number(gain.Groups[2].Value), 1.5, 30);
        Assert.InRange(Number(EightClasses().Match(run.Output).Groups[1].Value), 85, 100);
        Assert.Matches(Heads(), run.Output);
        Assert.Equal(10, Draws().Count(run.Output));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"new head \+(\d+\.\d) points, fine-tuned \+(\d+\.\d) points")]
    private static partial Regex Gain();

    [GeneratedRegex(@"^Test accuracy on the eight classes: (\d+\.\d) ?%", RegexOptions.Multiline)]
    private static partial Regex EightClasses();

    [GeneratedRegex(@"\d+ copied, 2 of another shape, 0 missing in the source, 0 unused")]
    private static partial Regex Heads();

    [GeneratedRegex(@"^ +\d+ +\d+\.\d ?% +\d+\.\d ?% +\d+\.\d ?%\s*$", RegexOptions.Multiline)]
    private static partial Regex Draws();
}
