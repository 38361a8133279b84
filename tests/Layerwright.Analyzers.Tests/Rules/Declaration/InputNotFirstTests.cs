using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Declaration;

public class InputNotFirstTests
{
    [Fact]
    public async Task An_input_behind_a_layer_is_marked_and_shapes_go_on_as_if_it_stood_first()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [Dense(8)]
            [{|LW0004:Input(4)|}]
            [Residual<Inner>]
            public partial class Net;

            [Block]
            [Dense(8)]
            class Inner;
            """);
        Assert.Equal("[Input] must stand before all layers; move it first", diagnostic.GetMessage());
    }

    [Fact]
    public async Task A_second_input_is_not_supported_yet()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [Input(4)]
            [{|LW0004:Input(5)|}]
            [Dense(2)]
            public partial class Net;
            """);
        Assert.Contains("not supported yet", diagnostic.GetMessage());
    }

    [Fact]
    public async Task An_input_in_a_block_is_said_once_on_the_block()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [Input(4)]
            [Use<Inner>]
            [Use<Inner>]
            public partial class Net;

            [Block]
            [{|LW0004:Input(4)|}]
            [Dense(2)]
            class Inner;
            """);
        Assert.Contains("stands in a block", diagnostic.GetMessage());
    }

    [Fact]
    public Task Attributes_that_are_no_layers_may_stand_before_it() => Verify.CompilingAsync("""
        [Network]
        [System.Obsolete("for tests")]
        [Input(4)]
        [Dense(2)]
        public partial class Net;
        """);
}
