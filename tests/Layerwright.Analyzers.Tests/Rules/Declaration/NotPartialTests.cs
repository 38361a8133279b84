using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Declaration;

public class NotPartialTests
{
    [Fact]
    public async Task A_network_that_is_not_partial_is_marked_at_its_name()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [Input(4)]
            [Dense(2)]
            public class {|LW0001:Net|};
            """);
        Assert.Equal("The code of 'Net' is generated into its other half: make 'Net' partial", diagnostic.GetMessage());
    }

    [Fact]
    public async Task Types_around_a_network_must_be_partial_too()
    {
        var diagnostic = await Verify.SingleAsync("""
            public class Outer
            {
                public partial struct Middle
                {
                    [Network]
                    [Input(4)]
                    [Dense(2)]
                    public class {|LW0001:Net|};
                }
            }
            """);
        Assert.Contains("make 'Outer' and 'Net' partial", diagnostic.GetMessage());
    }

    [Fact]
    public Task Partial_networks_and_blocks_that_need_not_be_are_silent() => Verify.CompilingAsync("""
        public partial class Outer
        {
            [Network]
            [Input(4)]
            [Use<Inner>]
            [Dense(2)]
            public partial class Net;
        }

        [Block]
        [Dense(3)]
        [BatchNorm]
        [ReLU]
        class Inner;
        """);
}
