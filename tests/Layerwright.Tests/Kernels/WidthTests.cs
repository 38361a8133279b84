using System.Diagnostics;
using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

/// <summary>Runs the kernels' tests again in child processes whose JIT is told to leave vector widths out.</summary>
public class WidthTests
{
    private const string ChildMark = "LAYERWRIGHT_EXPECTED_WIDTH";

    public static bool IsParent => Environment.GetEnvironmentVariable(ChildMark) is null;

    [Theory(Skip = "This is the child process.", SkipUnless = nameof(IsParent))]
    [InlineData("DOTNET_EnableAVX512", 8)]
    [InlineData("DOTNET_EnableAVX2", 4)]
    [InlineData("DOTNET_EnableHWIntrinsic", 1)]
    public async Task Kernels_pass_their_tests_at_every_vector_width(string leftOut, int width)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(WidthTests).Assembly.Location);
        }

        start.ArgumentList.Add("--filter-trait");
        start.ArgumentList.Add("Kernels=EveryWidth");
        start.ArgumentList.Add("--minimum-expected-tests");
        start.ArgumentList.Add("300");
        start.Environment[leftOut] = "0";
        start.Environment[ChildMark] = Math.Min(width, VectorWidth.Count).ToString();

        using Process child = Process.Start(start)!;
        Task<string> output = child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = child.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(child.ExitCode == 0, $"{leftOut}=0 ended with {child.ExitCode}:{Environment.NewLine}{await output}{await error}");
    }

    [Fact]
    [Trait("Kernels", "EveryWidth")]
    public void The_width_is_the_one_that_was_asked_for()
    {
        string? expected = Environment.GetEnvironmentVariable(ChildMark);
        Assert.Equal(expected ?? VectorWidth.Count.ToString(), VectorWidth.Count.ToString());
    }
}
