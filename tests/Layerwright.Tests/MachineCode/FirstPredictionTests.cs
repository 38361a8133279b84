using System.Runtime.Intrinsics.X86;
using System.Text.RegularExpressions;
using Layerwright.Benchmarks;

namespace Layerwright.Tests.MachineCode;

/// <summary>What a program waits for until its first prediction: methods to compile, weights to bring in.</summary>
public partial class FirstPredictionTests
{
    /// <summary>With what a servicing release may move. It was 401 with queries, a summary nobody read, and weights drawn to be overwritten.</summary>
    private const int MostMethods = 380;

    public static bool IsKnown =>
        Environment.Version.Major == 10 && OperatingSystem.IsLinux() && X86Base.IsSupported && !FirstPredictionWork.IsChild && !HotWork.IsChild;

    [Fact(Skip = "Compiled methods are counted for .NET 10 on Linux x64.", SkipUnless = nameof(IsKnown))]
    public async Task Few_methods_are_compiled_for_it_and_no_queries_over_the_librarys_own_values()
    {
        string weights = Path.GetTempFileName();
        try
        {
            new DigitNet(1).Save(weights);
            string listing = await JitListing.Take<FirstPredictionWork>((FirstPredictionWork.Weights, weights), ("DOTNET_JitDisasmSummary", "1"));

            // What the test runner compiles before the work begins, other tests' data for instance, is none of it.
            IEnumerable<string> methods = Compiled().Matches(listing).Select(match => match.Groups[1].Value)
                .SkipWhile(method => !method.Contains(nameof(FirstPredictionWork.A_network_is_loaded_and_predicts_a_row), StringComparison.Ordinal))
                .Skip(1);
            string[] own = [.. methods.Where(method => method.Contains("Layerwright.", StringComparison.Ordinal)).Distinct()];
            Assert.Contains(own, method => method.StartsWith("Layerwright.Kernels.RowProduct", StringComparison.Ordinal));
            Assert.True(own.Length <= MostMethods, $"{own.Length} methods: {string.Join(Environment.NewLine, own)}");
            Assert.DoesNotContain(own, method => method.StartsWith("System.Linq.", StringComparison.Ordinal));
            Assert.DoesNotContain(own, method => Unneeded().IsMatch(method));
        }
        finally
        {
            File.Delete(weights);
        }
    }

    [Fact]
    public void Weights_from_a_file_take_their_own_memory_twice_and_none_are_drawn_before_them()
    {
        string weights = Path.GetTempFileName();
        try
        {
            new DigitNet(1).Save(weights);
            long before = GC.GetAllocatedBytesForCurrentThread();
            DigitNet network = DigitNet.Load(weights);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.InRange(allocated, 1.9 * new FileInfo(weights).Length, 2.3 * new FileInfo(weights).Length);
            Assert.Equal(new DigitNet(1).State["dense1.weight"].ToArray(), network.State["dense1.weight"].ToArray());
        }
        finally
        {
            File.Delete(weights);
        }
    }

    [Fact]
    public void A_file_that_cannot_be_loaded_leaves_the_weights_that_the_seed_draws()
    {
        string weights = Path.GetTempFileName();
        try
        {
            new LeNet(1).Save(weights);
            DigitNet network = new(3);
            Assert.Throws<InvalidDataException>(() => network.LoadWeights(weights));
            Assert.Equal(new DigitNet(3).State["dense2.weight"].ToArray(), network.State["dense2.weight"].ToArray());
        }
        finally
        {
            File.Delete(weights);
        }
    }

    [Fact]
    public void Threads_that_ask_for_first_values_at_once_get_the_same()
    {
        float[] expected = new DigitNet(5).State["dense1.weight"].ToArray();
        for (int round = 0; round < 10; round++)
        {
            DigitNet network = new(5);
            float[][] found = new float[4][];
            Parallel.For(0, found.Length, i => found[i] = network.State["dense1.weight"].ToArray());
            Assert.All(found, values => Assert.Equal(expected, values));
        }
    }

    [GeneratedRegex(@"JIT compiled (\S.*) \[[^\]]*IL size")]
    private static partial Regex Compiled();

    [GeneratedRegex(@"JsonHeader|NetworkSummary:get_|SummaryLayer|WeightDrawing|Unpack")]
    private static partial Regex Unneeded();
}
