using Layerwright.Kernels;
using Layerwright.Testing.Running;

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
    public Task Costs_of_vectors_of_256_bits_are_as_promised() => ChildRun.RunAsync(
        typeof(OtherWidthTests).Assembly,
        ["--filter-trait", "Costs=EveryWidth", "--minimum-expected-tests", "30"],
        new Dictionary<string, string?> { ["DOTNET_EnableAVX512"] = "0", [ChildMark] = "1" },
        TestContext.Current.CancellationToken);
}
