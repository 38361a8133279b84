using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Shapes;

public class GroupsDoNotDivideTests
{
    [Theory]
    [InlineData(6, 4, 3)]
    [InlineData(6, 12, 6)]
    [InlineData(7, 2, 1)]
    [InlineData(16, 7, 8)]
    public async Task Groups_that_do_not_divide_the_channels_are_marked_with_the_nearest_that_do(int channels, int groups, int nearest)
    {
        var diagnostic = await Verify.SingleAsync($$"""
            [Network]
            [ImageInput(2, 2, {{channels}})]
            [GroupNorm({|LW1010:{{groups}}|})]
            [Flatten]
            [Dense(2)]
            public partial class Net;
            """);
        Assert.Equal($"groups of GroupNorm1 is {groups}, which does not divide its {channels} channels; use {nearest}", diagnostic.GetMessage());
    }

    [Fact]
    public async Task Those_of_a_convolution_must_divide_filters_too()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [ImageInput(4, 4, 6)]
            [Conv2D(4, 3, {|LW1010:Groups = 3|})]
            [ReLU]
            [Flatten]
            [Dense(2)]
            public partial class Net;
            """);
        Assert.Equal("Groups of Conv1 is 3, which does not divide its 4 filters; use 2", diagnostic.GetMessage());
    }

    [Fact]
    public Task Divisors_are_silent() => Verify.OnlyAsync("LW1010", """
        [Network]
        [ImageInput(2, 2, 6)]
        [GroupNorm(1)]
        [GroupNorm(6)]
        [Flatten]
        [GroupNorm(8)]
        [Dense(2)]
        public partial class Net;
        """);
}
