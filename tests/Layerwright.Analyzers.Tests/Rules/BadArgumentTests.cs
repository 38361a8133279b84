using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules;

public class BadArgumentTests
{
    [Theory]
    [InlineData("[Dense({|LW0008:0|})]")]
    [InlineData("[Dense({|LW0008:units: -3|})]")]
    [InlineData("[Dense({|LW0008:int.MinValue|})]")]
    [InlineData("[Dense(3, {|LW0008:InitScale = 0|})]")]
    [InlineData("[Dense(3, {|LW0008:L2 = -1e-4|})]")]
    [InlineData("[Dense(3, {|LW0008:L1 = double.PositiveInfinity|}, {|LW0008:BiasInit = double.NaN|})]")]
    [InlineData("[Dense(3, {|LW0008:Init = (Init)99|})]")]
    [InlineData("[Dense(3)][Dropout({|LW0008:1|})]")]
    [InlineData("[Dense(3)][Dropout({|LW0008:-0.1|})]")]
    [InlineData("[Dense(3)][Dropout({|LW0008:double.NaN|})]")]
    [InlineData("[Dense(3)][LeakyReLU({|LW0008:double.NaN|})]")]
    [InlineData("[Dense(3)][BatchNorm({|LW0008:Epsilon = 0|})]")]
    [InlineData("[Dense(3)][BatchNorm({|LW0008:Momentum = 1.5|})]")]
    [InlineData("[Repeat<Inner>({|LW0008:0|})]")]
    [InlineData("[Repeat<Inner>({|LW0008:2000000000|})]")]
    public Task An_argument_out_of_its_domain_is_marked(string layers) =>
        Verify.DiagnosticsAsync($"[Network]\n[Input(4)]\n{layers}\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[Dense(3)]\n[BatchNorm]\nclass Inner;");

    [Fact]
    public async Task The_message_names_layer_argument_value_and_the_nearest_valid_one()
    {
        var diagnostic = await Verify.SingleAsync("[Network]\n[Input({|LW0008:-4|})]\n[Dense(2)]\npublic partial class Net;");
        Assert.Equal("features of Input1 is -4; it must be at least 1, such as 1", diagnostic.GetMessage());
    }

    [Fact]
    public Task In_a_block_it_is_said_on_the_block_and_not_at_its_uses() => Verify.DiagnosticsAsync("""
        [Network]
        [Input(4)]
        [Use<Inner>]
        [Repeat<Inner>(3)]
        public partial class Net;

        [Block]
        [Dense({|LW0008:0|})]
        class Inner;
        """);

    [Fact]
    public Task A_block_that_nobody_uses_is_judged_too() => Verify.DiagnosticsAsync("[Block]\n[Dropout({|LW0008:2|})]\nclass Inner;");

    [Fact]
    public Task The_ends_of_each_domain_are_silent() => Verify.CompilingAsync("""
        [Network]
        [Input(1)]
        [Dense(1, InitScale = 1e-9, L1 = 0, L2 = 0, BiasInit = -3)]
        [BatchNorm(Epsilon = 1e-30, Momentum = 0)]
        [LeakyReLU(0)]
        [Dropout(0)]
        [Repeat<Inner>(1)]
        [Dense(1)]
        public partial class Net;

        [Block]
        [Dense(1)]
        [BatchNorm(Momentum = 1)]
        class Inner;
        """);
}
