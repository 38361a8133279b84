using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Declaration;

public class BadBlockTests
{
    [Fact]
    public async Task A_class_without_the_marker_is_no_block()
    {
        var run = await Verify.DiagnosticsAsync("""
            [Network]
            [Input(4)]
            [{|LW0010:Use<Plain>|}]
            [Dense(2)]
            public partial class Net;

            class Plain;
            """);
        Assert.Equal("'Plain' cannot be used as a block: it has no [Block]", Assert.Single(run.Analyzers).GetMessage());
    }

    [Fact]
    public Task A_class_with_layers_and_no_marker_is_told_of_once_where_it_is_used() => Verify.DiagnosticsAsync("""
        [Network]
        [Input(4)]
        [{|LW0010:Use<Plain>|}]
        [Dense(2)]
        public partial class Net;

        [Dense(4)]
        class Plain;
        """);

    [Theory]
    [InlineData("string")]
    [InlineData("int[]")]
    [InlineData("System.Action")]
    public Task What_is_no_class_with_layers_is_no_block(string type) =>
        Verify.DiagnosticsAsync($"[Network]\n[Input(4)]\n[{{|LW0010:Use<{type}>|}}]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task Two_bad_blocks_on_one_layer_are_two_faults() =>
        Verify.DiagnosticsAsync("[Network]\n[Input(4)]\n[{|LW0010:{|LW0010:Residual<string, Action>|}|}]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public async Task Blocks_that_contain_each_other_are_marked_where_they_do()
    {
        var run = await Verify.DiagnosticsAsync("""
            [Network]
            [Input(4)]
            [Use<A>]
            [Dense(2)]
            public partial class Net;

            [Block]
            [{|LW0010:Use<B>|}]
            [Dense(4)]
            class A;

            [Block]
            [{|LW0010:Residual<A>|}]
            class B;
            """);
        Assert.Contains(run.Analyzers, diagnostic => diagnostic.GetMessage() == "'A' cannot be used as a block: it would contain itself (A → B → A)");
    }

    [Fact]
    public Task A_network_is_no_block() => Verify.DiagnosticsAsync("""
        [Network]
        [Input(4)]
        [{|LW0010:Use<Other>|}]
        [Dense(2)]
        public partial class Net;

        [Network]
        [Input(4)]
        [Dense(4)]
        public partial class Other;
        """);

    [Fact]
    public Task A_type_that_the_compiler_does_not_know_is_the_compilers_to_report() =>
        Verify.DiagnosticsAsync("[Network]\n[Input(4)]\n[Use<Missing>]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task Nested_blocks_from_other_files_and_types_are_silent() => Verify.CompilingAsync("""
        [Network]
        [Input(4)]
        [Use<Blocks.Outer>]
        [Dense(2)]
        public partial class Net;
        """, """
        static class Blocks
        {
            [Block]
            [Residual<Inner>]
            [Repeat<Inner>(2)]
            internal sealed class Outer;

            [Block]
            [Dense(4)]
            [BatchNorm]
            [Tanh]
            private sealed class Inner;
        }
        """);
}
