using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Shapes;

public class PoolPaddingTooLargeTests
{
    [Fact]
    public async Task Padding_beyond_half_of_the_window_is_marked()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [ImageInput(8, 8, 3)]
            [MaxPool2D(3, {|LW1024:Pad = 2|})]
            [Flatten]
            [Dense(2)]
            public partial class Net;
            """);
        Assert.Equal("Pad of MaxPool2D1 is 2, more than half of its window of 3; use at most 1", diagnostic.GetMessage());
    }

    [Fact]
    public Task Each_axis_is_judged_by_its_own_window() => Verify.DiagnosticsAsync("""
        [Network]
        [ImageInput(8, 8, 3)]
        [MaxPool2D(4, 2, PadHeight = 2, {|LW1024:PadWidth = 2|})]
        [Flatten]
        [Dense(2)]
        public partial class Net;
        """);

    [Fact]
    public Task Half_of_the_window_is_silent() => Verify.CompilingAsync("""
        [Network]
        [ImageInput(8, 8, 3)]
        [MaxPool2D(4, Pad = 2)]
        [AveragePool2D(3, Pad = 1)]
        [Flatten]
        [Dense(2)]
        public partial class Net;
        """);
}
