namespace Layerwright.Tests.Networks;

/// <summary>Attributes say of their axes what the compiler takes: what is written for one, else what is written for both.</summary>
public class AxisArgumentTests
{
    [Fact]
    public void What_is_written_for_an_axis_counts_in_either_order()
    {
        var before = new Conv2DAttribute(4, 3) { PadHeight = 2, Pad = 1, StrideWidth = 3, Stride = 2 };
        var after = new Conv2DAttribute(4, 3) { Pad = 1, PadHeight = 2, Stride = 2, StrideWidth = 3 };

        Assert.All([before, after], layer => Assert.Equal((2, 1, 2, 3), (layer.PadHeight, layer.PadWidth, layer.StrideHeight, layer.StrideWidth)));
        Assert.Equal(1, new ConvTranspose2DAttribute(4, 3) { OutputPaddingWidth = 1, OutputPadding = 0 }.OutputPaddingWidth);
        Assert.Equal((1, 2), Strides(new MaxPool2DAttribute(3) { StrideHeight = 1, Stride = 2 }));
    }

    [Fact]
    public void What_is_not_written_has_its_default()
    {
        var layer = new Conv2DAttribute(4, 3);

        Assert.Equal((1, 1, 0, 0), (layer.StrideHeight, layer.StrideWidth, layer.PadHeight, layer.PadWidth));
        Assert.Equal((3, 2), Strides(new MaxPool2DAttribute(3, 2)));
    }

    private static (int Height, int Width) Strides(Pooling2DAttribute layer) => (layer.StrideHeight, layer.StrideWidth);
}
