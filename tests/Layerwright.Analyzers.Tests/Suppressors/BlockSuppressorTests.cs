using Layerwright.Analyzers.Suppressors;
using Layerwright.Testing.Analyzers;

namespace Layerwright.Analyzers.Tests.Suppressors;

/// <summary>What the SDK's analyzers say of blocks, without the suppressor and with it.</summary>
public class BlockSuppressorTests
{
    private const string Network = """
        [Network]
        [Input(4)]
        [Dense(8)]
        [BatchNorm]
        [ReLU]
        [Residual<Basic>]
        [Dense(3)]
        [SoftmaxCrossEntropy]
        public partial class Net;

        """;

    [Theory]
    [InlineData("[Block]\n[Dense(8)]\n[BatchNorm]\ninternal sealed class Basic;")]
    [InlineData("[Block]\n[Use<Inner>]\n[BatchNorm]\ninternal sealed class Basic;\n[Block]\n[Dense(8)]\ninternal sealed class Inner;", 2)]
    [InlineData("[BlockAttribute()]\n[Dense(8)]\n[BatchNorm]\ninternal sealed class Basic { private const int Width = 8; }")]
    public async Task A_block_that_a_network_names_need_not_be_instantiated(string block, int blocks = 1) =>
        await IsTakenBackAsync("CA1812", blocks, Network + block);

    [Fact]
    public async Task Nor_a_private_one_inside_another_class() => await IsTakenBackAsync("CA1812", 1, """
        public static partial class Models
        {
            [Network]
            [Input(4)]
            [Dense(8)]
            [Residual<Basic>]
            private sealed partial class Net;

            [Block]
            [Dense(8)]
            [BatchNorm]
            private sealed class Basic;
        }
        """);

    [Fact]
    public async Task Nor_one_in_another_file() =>
        await IsTakenBackAsync("CA1812", 1, Network, "[Block]\n[Dense(8)]\n[BatchNorm]\ninternal sealed class Basic;");

    [Theory]
    [InlineData("public class Basic { public const int Width = 8; }")]
    [InlineData("public class Basic { public static string Describe() => \"a residual branch\"; }")]
    public async Task A_block_with_static_members_is_no_static_holder(string block) =>
        await IsTakenBackAsync("CA1052", 1, Network + "[Block]\n[Dense(8)]\n[BatchNorm]\n" + block);

    [Theory]
    [InlineData("CA1812", "[Block]\n[Dense(8)]\n[BatchNorm]\npublic sealed class Basic;\n[Block]\n[Dense(8)]\ninternal sealed class Unused;")]
    [InlineData("CA1812", "[Block]\n[Dense(8)]\n[BatchNorm]\npublic sealed class Basic;\ninternal sealed class Helper { public int X; }")]
    [InlineData("CA1812", "[Block]\n[Dense(8)]\n[BatchNorm]\npublic sealed class Basic { internal sealed class Helper { public int X; } }")]
    [InlineData("CA1052", "[Block]\n[Dense(8)]\n[BatchNorm]\npublic sealed class Basic;\npublic class Sizes { public const int Width = 8; }")]
    public async Task What_is_true_stays(string id, string source)
    {
        Assert.Single(await SdkAnalyzers.RunAsync(id, [Network + source]));
        Assert.Single(await SdkAnalyzers.RunAsync(id, [Network + source], new BlockSuppressor()));
    }

    [Theory]
    [InlineData("CA1812")]
    [InlineData("CA1052")]
    public async Task Of_a_network_they_see_the_generated_half(string id)
    {
        const string Source = "[Network]\n[Input(4)]\n[Dense(Width)]\n[BatchNorm]\n[ReLU]\n[Dense(3)]\ninternal partial class Net { internal const int Width = 8; }";
        Assert.Empty(await SdkAnalyzers.RunAsync(id, [Source]));
    }

    private static async Task IsTakenBackAsync(string id, int times, params string[] sources)
    {
        Assert.Equal(times, (await SdkAnalyzers.RunAsync(id, sources)).Count(diagnostic => diagnostic.Id == id));
        Assert.Empty(await SdkAnalyzers.RunAsync(id, sources, new BlockSuppressor()));
    }
}
