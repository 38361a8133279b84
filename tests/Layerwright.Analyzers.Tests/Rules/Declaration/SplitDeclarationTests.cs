using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Declaration;

public class SplitDeclarationTests
{
    [Fact]
    public async Task Layers_on_two_declarations_are_marked_at_the_first_that_stands_apart()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [Input(4)]
            [Dense(8)]
            public partial class Net;
            """, """
            [{|LW0005:Dense(2)|}]
            [SoftmaxCrossEntropy]
            public partial class Net;
            """);
        Assert.Contains("on 2 partial declarations", diagnostic.GetMessage());
    }

    [Fact]
    public Task A_block_in_two_parts_is_marked_on_the_block_alone() => Verify.DiagnosticsAsync("""
        [Network]
        [Input(4)]
        [Use<Inner>]
        public partial class Net;

        [Block]
        [Dense(8)]
        partial class Inner;

        [{|LW0005:Dense(2)|}]
        partial class Inner;
        """);

    [Fact]
    public Task The_marker_and_members_may_stand_apart_from_the_layers() => Verify.CompilingAsync("""
        [Network]
        public partial class Net;
        """, """
        [Input(4)]
        [Dense(2)]
        public partial class Net
        {
            public int Answer => 42;
        }
        """);
}
