using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Shapes;

public class KernelTooLargeTests
{
    [Fact]
    public async Task A_window_larger_than_its_input_is_marked_with_both_sizes()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [ImageInput(8, 8, 3)]
            [MaxPool2D(2)]
            [AveragePool2D({|LW1003:5|})]
            [Flatten]
            [Dense(2)]
            public partial class Net;
            """);
        Assert.Equal("AveragePool2D1 gets 4×4 input but its window is 5×5; use a window of at most 4", diagnostic.GetMessage());
    }

    [Fact]
    public async Task Only_the_axis_that_does_not_fit_is_marked()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [ImageInput(8, 3, 3)]
            [MaxPool2D(2, {|LW1003:6|}, PadWidth = 1)]
            [Flatten]
            [Dense(2)]
            public partial class Net;
            """);
        Assert.Equal(
            "MaxPool2D1 gets 8×3 (8×5 with its padding) input but its window is 2×6; use a window width of at most 5",
            diagnostic.GetMessage());
    }

    [Fact]
    public async Task A_convolution_may_keep_the_size_instead()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [ImageInput(7, 7, 3)]
            [Conv2D(4, 3)]
            [ReLU]
            [Conv2D(4, {|LW1003:3|}, Dilation = 3)]
            [ReLU]
            [Flatten]
            [Dense(2)]
            public partial class Net;
            """);
        Assert.Equal(
            "Conv2 gets 5×5 input but its kernel is 7×7 with its dilation; use a kernel of at most 2 or Padding.Same",
            diagnostic.GetMessage());
    }

    [Fact]
    public Task What_follows_has_the_shape_that_the_fix_would_give() => Verify.DiagnosticsAsync("""
        [Network]
        [ImageInput(4, 6, 3)]
        [MaxPool2D({|LW1003:5|}, 5, Stride = 1)]
        [MaxPool2D(1, 2)]
        [MaxPool2D(1, {|LW1003:2|})]
        [Flatten]
        [Dense(2)]
        public partial class Net;
        """);

    [Fact]
    public Task A_window_as_large_as_its_padded_input_is_silent() => Verify.CompilingAsync("""
        [Network]
        [ImageInput(4, 4, 3)]
        [MaxPool2D(5, Stride = 1, Pad = 1)]
        [MaxPool2D(2)]
        [Flatten]
        [Dense(2)]
        public partial class Net;
        """);
}
