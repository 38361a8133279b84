using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Declaration;

public class BadNameTests
{
    [Theory]
    [InlineData("two words", "is not an identifier, which a layer's name must be", "Twowords")]
    [InlineData("1st", "is not an identifier, which a layer's name must be", "Layer1st")]
    [InlineData("", "is not an identifier, which a layer's name must be", "Layer")]
    [InlineData("class", "is not an identifier, which a layer's name must be", "Class")]
    [InlineData("State", "is the name of a member that the network has anyway", "State2")]
    [InlineData("ToString", "is the name of a member that the network has anyway", "ToString2")]
    [InlineData("Net", "is the name of a member that the network has anyway", "Net2")]
    [InlineData("dense1", "is the name of another layer (case does not matter)", "Dense2")]
    public async Task A_name_that_cannot_be_a_member_is_marked_with_a_better_one(string name, string reason, string better)
    {
        var diagnostic = await Verify.SingleAsync(
            $"[Network]\n[Input(4)]\n[Dense(3)]\n[BatchNorm]\n[ReLU]\n[Dense(2, {{|LW0009:Name = \"{name}\"|}})]\npublic partial class Net;");
        Assert.Equal($"'{name}' {reason}; use '{better}'", diagnostic.GetMessage());
    }

    [Fact]
    public Task Of_two_equal_names_the_second_is_marked() => Verify.DiagnosticsAsync("""
        [Network]
        [Input(4)]
        [Dense(3, Name = "Head")]
        [ReLU]
        [Dense(2, UseBias = false, {|LW0009:Name = "HEAD"|})]
        public partial class Net;
        """);

    [Fact]
    public Task A_generated_name_that_is_the_classs_own_is_marked_at_the_layer() =>
        Verify.DiagnosticsAsync("[Network]\n[Input(4)]\n[{|LW0009:Dense(2)|}]\npublic partial class Dense1;");

    [Theory]
    [InlineData("fc", "is taken by the state of another layer; use 'fc2'")]
    [InlineData("batchnorm1", "is taken by the state of another layer; use 'batchnorm12'")]
    [InlineData("", "is not a prefix of names in the state dictionary; use 'dense2'")]
    [InlineData("a..b", "is not a prefix of names in the state dictionary; use 'dense2'")]
    public async Task A_key_that_cannot_be_kept_apart_is_marked(string key, string reason)
    {
        var diagnostic = await Verify.SingleAsync(
            $"[Network]\n[Input(4)]\n[Dense(3, Key = \"fc\")]\n[BatchNorm]\n[ReLU(Key = \"fc\")]\n[Dense(2, {{|LW0009:Key = \"{key}\"|}})]\npublic partial class Net;");
        Assert.Equal($"'{key}' {reason}", diagnostic.GetMessage());
    }

    [Fact]
    public Task Keys_of_other_tools_are_silent() =>
        Verify.CompilingAsync("[Network]\n[Input(4)]\n[Dense(3, Key = \"layer1.0.fc\")]\n[BatchNorm(Key = \"layer1.0.bn\")]\n[Tanh]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task Names_in_a_block_are_judged_on_the_block() => Verify.DiagnosticsAsync("""
        [Network]
        [Input(4)]
        [Use<Inner>]
        [ReLU]
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
        [Tanh]
        [Dense(2, Name = "Head")]
        public partial class Net;

        [Block]
        [Dense(3, Name = "Head")]
        [BatchNorm(Name = "State")]
        class Inner;
        """);
}
