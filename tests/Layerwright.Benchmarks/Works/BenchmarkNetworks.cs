using Layerwright.Benchmarks.Peers;

namespace Layerwright.Benchmarks;

/// <summary>The networks of the table.</summary>
internal static class BenchmarkNetworks
{
    /// <summary>Networks that are trained.</summary>
    public static IReadOnlyList<BenchmarkNetwork> Trained { get; } =
    [
        new BenchmarkNetwork<ControllerNet>("4-32-16-4 tanh", model => Dense(model, "tanh", 32, 16, 4)),
        new BenchmarkNetwork<SensorNet>("24-8-2 tanh", model => Dense(model, "tanh", 8, 2)),
        new BenchmarkNetwork<DigitNet>("784-512-256-10", model => Dense(model, "relu", 512, 256, 10)),
        new BenchmarkNetwork<NarrowDigitNet>("784-512-128-10", model => Dense(model, "relu", 512, 128, 10)),
        new BenchmarkNetwork<LeNet>("LeNet-5", LeNetOf),
        new BenchmarkNetwork<VggNet>("VGG-style", Vgg),
        new BenchmarkNetwork<SmallResNet>("small ResNet", ResNet),
    ];

    /// <summary>Networks that predict.</summary>
    public static IReadOnlyList<BenchmarkNetwork> Predicting { get; } =
    [
        new BenchmarkNetwork<TinyNet>("8-32-32-2 tanh", model => Dense(model, "tanh", 32, 32, 2)),
        new BenchmarkNetwork<PolicyNet>("6-64-8-4", model => Dense(model, "relu", 64, 8, 4)),
        new BenchmarkNetwork<LayerOf16>("16-16 ReLU", model => model.Dense(16).Activation("relu")),
        new BenchmarkNetwork<LayerOf64>("64-64 ReLU", model => model.Dense(64).Activation("relu")),
        new BenchmarkNetwork<ClassifierNet>("784-128-10", model => Dense(model, "relu", 128, 10)),
        .. Trained.Where(network => network.Name is nameof(DigitNet) or nameof(LeNet) or nameof(SmallResNet)),
    ];

    /// <summary>The network of a class.</summary>
    public static BenchmarkNetwork Of(string name) => Trained.Concat(Predicting).First(network => network.Name == name);

    private static void Dense(PeerModel model, string activation, params ReadOnlySpan<int> outputs)
    {
        for (int i = 0; i < outputs.Length; i++)
        {
            model.Dense(outputs[i]);
            if (i + 1 < outputs.Length)
            {
                model.Activation(activation);
            }
        }
    }

    private static void LeNetOf(PeerModel model)
    {
        model.Convolution(6, 5, pad: 2).Activation("relu").MaxPool(2).Convolution(16, 5).Activation("relu").MaxPool(2).Flatten();
        Dense(model, "relu", 120, 84, 10);
    }

    private static void Vgg(PeerModel model)
    {
        foreach (int filters in new[] { 32, 64 })
        {
            model.Convolution(filters, 3, pad: 1).Activation("relu").Convolution(filters, 3, pad: 1).Activation("relu").MaxPool(2);
        }

        Dense(model.Flatten(), "relu", 256, 10);
    }

    private static void ResNet(PeerModel model)
    {
        Normalized(model, 16, 1).Activation("relu");
        Block(model, 16, 1);
        Block(model, 32, 2);
        Block(model, 64, 2);
        model.GlobalAveragePool().Dense(10);
    }

    private static void Block(PeerModel model, int filters, int stride) => model.Residual(
        branch => Normalized(Normalized(branch, filters, stride).Activation("relu"), filters, 1),
        stride > 1 ? shortcut => Normalized(shortcut, filters, stride, kernel: 1) : null).Activation("relu");

    private static PeerModel Normalized(PeerModel model, int filters, int stride, int kernel = 3) =>
        model.Convolution(filters, kernel, stride, kernel / 2, hasBias: false).Normalize();
}
