using System.Diagnostics;
using Layerwright.Kernels;

namespace Layerwright.Costs;

/// <summary>Counts again in child processes whose JIT is told to leave vector widths out.</summary>
public class OtherWidthTests
{
    private const string ChildMark = "LAYERWRIGHT_COSTS_CHILD";

    public static bool IsParent => Environment.GetEnvironmentVariable(ChildMark) is null;

    [Theory(Skip = "This is the child process.", SkipUnless = nameof(IsParent))]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    public async Task Costs_of_narrower_vectors_are_as_promised(string leftOut)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(OtherWidthTests).Assembly.Location);
        }

        foreach (string argument in (string[])["--filter-trait", "Costs=EveryWidth", "--minimum-expected-tests", "50"])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment[leftOut] = "0";
        start.Environment[ChildMark] = VectorWidth.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using Process child = Process.Start(start)!;
        Task<string> output = child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = child.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(child.ExitCode == 0, $"{leftOut}=0 ended with {child.ExitCode}:{Environment.NewLine}{await output}{await error}");
    }
}
