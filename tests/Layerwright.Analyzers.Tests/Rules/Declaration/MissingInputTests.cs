using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Declaration;

public class MissingInputTests
{
    [Fact]
    public Task A_network_without_an_input_is_marked_at_its_attribute() => Verify.DiagnosticsAsync("""
        [{|LW0003:Network|}]
        [Dense(2)]
        [SoftmaxCrossEntropy]
        public partial class Net;
        """);

    [Fact]
    public Task A_block_has_none_and_is_silent() => Verify.CompilingAsync("""
        [Block]
        [Dense(2)]
        class Inner;
        """);

    [Fact]
    public Task A_misspelt_attribute_may_be_the_input_and_the_compiler_says_so() => Verify.DiagnosticsAsync("""
        [Network]
        [Inputt(4)]
        [Dense(2)]
        public partial class Net;
        """);
}
