using System.Diagnostics;
using Layerwright.Kernels;

namespace Layerwright.Costs;

/// <summary>Counts again in a child process whose JIT is told to leave the widest vectors out.</summary>
public class OtherWidthTests
{
    private const string ChildMark = "LAYERWRIGHT_COSTS_CHILD";

    public static bool IsWiderParent => VectorWidth.Count == 16 && !IsChild;

    public static bool IsChild => Environment.GetEnvironmentVariable(ChildMark) is not null;

    [Fact(Skip = "Run by the parent process.", SkipUnless = nameof(IsChild))]
    [Trait("Costs", "EveryWidth")]
    public void The_child_counts_vectors_of_256_bits() => Assert.Equal(8, VectorWidth.Count);

    [Fact(Skip = "This is the child process, or its vectors are those that it has.", SkipUnless = nameof(IsWiderParent))]
    public async Task Costs_of_vectors_of_256_bits_are_as_promised()
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(OtherWidthTests).Assembly.Location);
        }

        foreach (string argument in (string[])["--filter-trait", "Costs=EveryWidth", "--minimum-expected-tests", "30"])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["DOTNET_EnableAVX512"] = "0";
        start.Environment[ChildMark] = "1";
        using Process child = Process.Start(start)!;
        Task<string> output = child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = child.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(child.ExitCode == 0, $"It ended with {child.ExitCode}:{Environment.NewLine}{await output}{await error}");
    }
}
