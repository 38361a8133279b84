using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules;

public class BadNameTests
{
    [Theory]
    [InlineData("two words", "is not an identifier", "Twowords")]
    [InlineData("1st", "is not an identifier", "Layer1st")]
    [InlineData("", "is not an identifier", "Layer")]
    [InlineData("class", "is not an identifier", "Class")]
    [InlineData("State", "is that of a member the network has anyway", "State2")]
    [InlineData("ToString", "is that of a member the network has anyway", "ToString2")]
    [InlineData("Net", "is that of a member the network has anyway", "Net2")]
    [InlineData("dense1", "is taken by another layer (case does not matter)", "Dense2")]
    public async Task A_name_that_cannot_be_a_member_is_marked_with_a_better_one(string name, string reason, string better)
    {
        var diagnostic = await Verify.SingleAsync(
            $"[Network]\n[Input(4)]\n[Dense(3)]\n[BatchNorm]\n[ReLU]\n[Dense(2, {{|LW0009:Name = \"{name}\"|}})]\npublic partial class Net;");
        Assert.Equal($"The layer name '{name}' {reason}; use '{better}'", diagnostic.GetMessage());
    }

    [Fact]
    public Task Of_two_equal_names_the_second_is_marked() => Verify.DiagnosticsAsync("""
        [Network]
        [Input(4)]
        [Dense(3, Name = "Head")]
        [Dense(2, UseBias = false, {|LW0009:Name = "HEAD"|})]
        public partial class Net;
        """);

    [Fact]
    public Task Names_in_a_block_are_judged_on_the_block() => Verify.DiagnosticsAsync("""
        [Network]
        [Input(4)]
        [Use<Inner>]
        [Dense(2)]
        public partial class Net;

        [Block]
        [Dense(3, Name = "A")]
        [BatchNorm({|LW0009:Name = "a"|})]
        class Inner;
        """);

    [Fact]
    public Task A_block_may_use_names_of_the_network_and_of_generated_members() => Verify.CompilingAsync("""
        [Network]
        [Input(4)]
        [Use<Inner>]
        [Dense(2, Name = "Head")]
        public partial class Net;

        [Block]
        [Dense(3, Name = "Head")]
        [BatchNorm(Name = "State")]
        class Inner;
        """);
}
