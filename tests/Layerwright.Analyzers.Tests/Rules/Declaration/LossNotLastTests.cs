using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Declaration;

public class LossNotLastTests
{
    [Fact]
    public async Task A_loss_before_a_layer_is_marked()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [Input(4)]
            [{|LW0006:MeanSquaredError|}]
            [Dense(2)]
            public partial class Net;
            """);
        Assert.Contains("must stand behind all layers", diagnostic.GetMessage());
    }

    [Fact]
    public async Task Of_two_losses_the_second_is_marked()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [Input(4)]
            [Dense(2)]
            [MeanSquaredError]
            [{|LW0006:SoftmaxCrossEntropy|}]
            public partial class Net;
            """);
        Assert.Contains("second loss", diagnostic.GetMessage());
    }

    [Fact]
    public Task A_loss_in_a_block_is_marked_on_the_block() => Verify.DiagnosticsAsync("""
        [Network]
        [Input(4)]
        [Use<Inner>]
        public partial class Net;

        [Block]
        [Dense(2)]
        [{|LW0006:MeanSquaredError|}]
        class Inner;
        """);

    [Fact]
    public Task A_loss_at_the_end_and_none_at_all_are_silent() => Verify.CompilingAsync("""
        [Network]
        [Input(4)]
        [Dense(2)]
        [SoftmaxCrossEntropy]
        public partial class Trained;

        [Network]
        [Input(4)]
        [Dense(2)]
        public partial class Free;
        """);
}
