using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules;

public class StateKeyTests
{
    [Fact]
    public async Task A_key_that_a_layer_in_a_block_has_already_is_marked()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [Input(4)]
            [Residual<Inner>]
            [Dense(3, {|LW0009:Key = "residual1.branch.dense1"|})]
            public partial class Net;

            [Block]
            [Dense(4)]
            class Inner;
            """);
        Assert.Equal("'residual1.branch.dense1' is taken by the state of another layer; use 'residual1.branch.dense12'", diagnostic.GetMessage());
    }

    [Theory]
    [InlineData("Name = \"Normalizer1\", {|LW0009:Key = \"normalizer.scale\"|}")]
    [InlineData("{|LW0009:Key = \"normalizer\"|}")]
    public Task A_key_under_which_files_hold_the_normaliser_is_marked(string argument) =>
        Verify.DiagnosticsAsync($"[Network]\n[Input(4)]\n[Dense(3)]\n[BatchNorm({argument})]\n[Tanh]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task Keys_apart_are_silent() => Verify.CompilingAsync("""
        [Network]
        [Input(4)]
        [Residual<Inner>]
        [Dense(3, Key = "residual1.branch.dense2")]
        public partial class Net;

        [Block]
        [Dense(4)]
        class Inner;
        """);

    [Theory]
    [InlineData("Dropout({|LW0008:0.99999999|})")]
    [InlineData("BatchNorm({|LW0008:Epsilon = 1e-50|})")]
    [InlineData("LeakyReLU({|LW0008:1e39|})")]
    public Task A_number_is_judged_as_the_float_it_becomes(string layer) =>
        Verify.DiagnosticsAsync($"[Network]\n[Input(4)]\n[Dense(3)]\n[{layer}]\n[Tanh]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task A_members_name_that_only_training_networks_have_is_free_in_others() => Verify.DiagnosticsAsync("""
        [Network(Training = false)]
        [Input(4)]
        [Dense(2)]
        public partial class Net
        {
            public void CreateTrainingStep() { }
        }
        """);
}
