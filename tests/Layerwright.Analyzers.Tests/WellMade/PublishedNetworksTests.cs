using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.WellMade;

/// <summary>
/// Networks in the order of layers that they were first published in, from before batch normalisation: no word about them but the
/// advice they deserve, not even a suggestion.
/// </summary>
public class PublishedNetworksTests
{
    [Fact]
    public Task LeNet_5_of_hyperbolic_tangents() => VerifyWellMade.GivesOnlyAsync(LeNet5("Tanh"), "LW2002", "LW4001");

    [Fact]
    public Task LeNet_5_of_sigmoids() => VerifyWellMade.GivesOnlyAsync(LeNet5("Sigmoid"), "LW2001", "LW4001");

    [Fact]
    public Task AlexNet() => VerifyWellMade.GivesOnlyAsync(
        """
        [Network]
        [ImageInput(227, 227, 3)]
        [Conv2D(96, 11, Stride = 4)]
        [ReLU]
        [MaxPool2D(3, Stride = 2)]
        [Conv2D(256, 5, Pad = 2, Groups = 2)]
        [ReLU]
        [MaxPool2D(3, Stride = 2)]
        [Conv2D(384, 3, Pad = 1)]
        [ReLU]
        [Conv2D(384, 3, Pad = 1, Groups = 2)]
        [ReLU]
        [Conv2D(256, 3, Pad = 1, Groups = 2)]
        [ReLU]
        [MaxPool2D(3, Stride = 2)]
        [Flatten]
        [Dense(4096)]
        [ReLU]
        [Dropout(0.5)]
        [Dense(4096)]
        [ReLU]
        [Dropout(0.5)]
        [Dense(1000)]
        [SoftmaxCrossEntropy]
        public partial class AlexNet;
        """,
        "LW4001");

    [Fact]
    public Task AlexNet_as_torchvision_has_it() => VerifyWellMade.GivesOnlyAsync(
        """
        [Network]
        [ImageInput(224, 224, 3)]
        [Conv2D(64, 11, Stride = 4, Pad = 2)]
        [ReLU]
        [MaxPool2D(3, Stride = 2)]
        [Conv2D(192, 5, Pad = 2)]
        [ReLU]
        [MaxPool2D(3, Stride = 2)]
        [Conv2D(384, 3, Pad = 1)]
        [ReLU]
        [Conv2D(256, 3, Pad = 1)]
        [ReLU]
        [Conv2D(256, 3, Pad = 1)]
        [ReLU]
        [MaxPool2D(3, Stride = 2)]
        [Flatten]
        [Dropout(0.5)]
        [Dense(4096)]
        [ReLU]
        [Dropout(0.5)]
        [Dense(4096)]
        [ReLU]
        [Dense(1000)]
        [SoftmaxCrossEntropy]
        public partial class AlexNet;
        """,
        "LW4001");

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public Task Vgg_13_16_and_19(int convolutions) => VerifyWellMade.GivesOnlyAsync(
        $"""
        [Network]
        [ImageInput(224, 224, 3)]
        {Stage(64, 2)}
        {Stage(128, 2)}
        {Stage(256, convolutions)}
        {Stage(512, convolutions)}
        {Stage(512, convolutions)}
        [Flatten]
        [Dense(4096)]
        [ReLU]
        [Dropout(0.5)]
        [Dense(4096)]
        [ReLU]
        [Dropout(0.5)]
        [Dense(1000)]
        [SoftmaxCrossEntropy]
        public partial class Vgg;
        """,
        "LW4001");

    private static string LeNet5(string activation) => $"""
        [Network]
        [ImageInput(32, 32, 1)]
        [Conv2D(6, 5)]
        [{activation}]
        [AveragePool2D(2)]
        [Conv2D(16, 5)]
        [{activation}]
        [AveragePool2D(2)]
        [Conv2D(120, 5)]
        [{activation}]
        [Flatten]
        [Dense(84)]
        [{activation}]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class LeNet5;
        """;

    private static string Stage(int filters, int convolutions) => string.Concat(
        Enumerable.Repeat($"[Conv2D({filters}, 3, Pad = 1)]\n[ReLU]\n", convolutions)) + "[MaxPool2D(2)]";
}
