using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Layerwright.Package.Tests;

[Trait("Category", "Package")]
public sealed partial class PyTorchSampleTests(PackageFixture fixture)
{
    private const double Rounding = 1e-4;

    [Fact(Explicit = true)]
    public async Task A_network_that_PyTorch_wrote_gives_its_outputs_here_and_the_way_back_gives_ours_there()
    {
        string folder = Directory.CreateDirectory(Path.Combine(fixture.Workspace, "pytorch")).FullName;
        var run = (await Samples.RunAsync(fixture, "PyTorch", folder)).Succeeds();
        Assert.InRange(Number(Difference(), run.Output), 0, Rounding);
        double[] accuracies = [.. Accuracy().Matches(run.Output).Select(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];
        Assert.Equal(2, accuracies.Length);
        Assert.InRange(accuracies[0], 87.2, 87.4);
        Assert.InRange(accuracies[1], 87.5, 100);

        string? back = await CheckInPythonAsync(folder);
        Assert.SkipWhen(back is null, "This machine has no Python with PyTorch.");
        Assert.Contains("unknown to PyTorch: none", back, StringComparison.Ordinal);
        Assert.InRange(Number(Difference(), back), 0, Rounding);
    }

    /// <summary>What check.py prints; null where the system's Python has no PyTorch.</summary>
    private static async Task<string?> CheckInPythonAsync(string folder)
    {
        string sample = Path.Combine(BuildSettings.RepositoryRoot, "samples", "PyTorch");
        var start = new ProcessStartInfo("/usr/bin/python3", ["-B", Path.Combine(sample, "check.py"), folder]) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using Process python = Process.Start(start)!;
            Task<string> output = python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            string errors = await python.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await python.WaitForExitAsync(TestContext.Current.CancellationToken);
            bool isAbsent = errors.Contains("ModuleNotFoundError", StringComparison.Ordinal);
            Assert.True(python.ExitCode == 0 || isAbsent, errors);
            return isAbsent ? null : await output;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static double Number(Regex pattern, string text)
    {
        Match match = pattern.Match(text);
        Assert.True(match.Success, text);
        return double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"[Ll]argest difference of [\d,]+ outputs[^:]*: ([\d.e-]+)")]
    private static partial Regex Difference();

    [GeneratedRegex(@"Test accuracy: (\d+\.\d\d) %")]
    private static partial Regex Accuracy();
}
