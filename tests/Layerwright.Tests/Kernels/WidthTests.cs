using Layerwright.Kernels;
using Layerwright.Testing.Running;

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
    public Task Kernels_pass_their_tests_at_every_vector_width(string leftOut, int width) => ChildRun.RunAsync(
        typeof(WidthTests).Assembly,
        ["--filter-trait", "Kernels=EveryWidth", "--minimum-expected-tests", "300"],
        new Dictionary<string, string?> { [leftOut] = "0", [ChildMark] = Math.Min(width, VectorWidth.Count).ToString() },
        TestContext.Current.CancellationToken);

    [Fact]
    [Trait("Kernels", "EveryWidth")]
    public void The_width_is_the_one_that_was_asked_for()
    {
        string? expected = Environment.GetEnvironmentVariable(ChildMark);
        Assert.Equal(expected ?? VectorWidth.Count.ToString(), VectorWidth.Count.ToString());
    }
}
