using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.WellMade;

/// <summary>VGG (Simonyan and Zisserman 2015) as it is trained today: batch normalisation throughout, in the classifier too.</summary>
public class VggTests
{
    [Fact]
    public Task Vgg_16_with_batch_normalisation_on_photographs() => VerifyWellMade.IsCleanAsync($$"""
        [Network]
        [ImageInput(224, 224, 3)]
        {{Features}}
        [Flatten]
        [Dense(4096)]
        [BatchNorm]
        [ReLU]
        [Dropout(0.5)]
        [Dense(4096)]
        [BatchNorm]
        [ReLU]
        [Dropout(0.5)]
        [Dense(1000)]
        [SoftmaxCrossEntropy]
        public partial class Vgg16;
        """);

    [Fact]
    public Task Vgg_16_with_batch_normalisation_on_thumbnails() => VerifyWellMade.IsCleanAsync($$"""
        [Network]
        [ImageInput(32, 32, 3)]
        {{Features}}
        [Flatten]
        [Dense(512)]
        [BatchNorm]
        [ReLU]
        [Dropout(0.5)]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class SmallVgg;
        """);

    [Fact]
    public Task Vgg_16_that_ends_in_the_mean_of_each_channel() => VerifyWellMade.IsCleanAsync($$"""
        [Network]
        [ImageInput(224, 224, 3, Layout = ImageLayout.ChannelsFirst)]
        {{Features}}
        [GlobalAveragePool2D]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class PooledVgg;
        """);

    private const string Features = """
        [Conv2D(64, 3, Padding = Padding.Same)]
        [BatchNorm]
        [ReLU]
        [Conv2D(64, 3, Padding = Padding.Same)]
        [BatchNorm]
        [ReLU]
        [MaxPool2D(2)]
        [Conv2D(128, 3, Padding = Padding.Same)]
        [BatchNorm]
        [ReLU]
        [Conv2D(128, 3, Padding = Padding.Same)]
        [BatchNorm]
        [ReLU]
        [MaxPool2D(2)]
        [Conv2D(256, 3, Padding = Padding.Same)]
        [BatchNorm]
        [ReLU]
        [Conv2D(256, 3, Padding = Padding.Same)]
        [BatchNorm]
        [ReLU]
        [Conv2D(256, 3, Padding = Padding.Same)]
        [BatchNorm]
        [ReLU]
        [MaxPool2D(2)]
        [Conv2D(512, 3, Padding = Padding.Same)]
        [BatchNorm]
        [ReLU]
        [Conv2D(512, 3, Padding = Padding.Same)]
        [BatchNorm]
        [ReLU]
        [Conv2D(512, 3, Padding = Padding.Same)]
        [BatchNorm]
        [ReLU]
        [MaxPool2D(2)]
        [Conv2D(512, 3, Padding = Padding.Same)]
        [BatchNorm]
        [ReLU]
        [Conv2D(512, 3, Padding = Padding.Same)]
        [BatchNorm]
        [ReLU]
        [Conv2D(512, 3, Padding = Padding.Same)]
        [BatchNorm]
        [ReLU]
        [MaxPool2D(2)]
        """;
}
