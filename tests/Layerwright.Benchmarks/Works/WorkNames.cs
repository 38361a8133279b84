using System.Globalization;

namespace Layerwright.Benchmarks;

/// <summary>
/// Works by names, so that other processes can ask for them: <c>dense/128x784x512/forward</c>,
/// <c>convolution/32x64x14x64x3x1x1w/weight</c>, <c>step/LeNet/128/sgd/2</c> (the last the threads), <c>predict/LeNet/64</c>. Peers have
/// the same names, without threads and without the w of minimal filtering.
/// </summary>
internal static class WorkNames
{
    /// <summary>Gradient descent with momentum, and Adam.</summary>
    public static string[] Optimizers { get; } = ["sgd", "adam"];

    public static string Dense(DenseWork work, string pass) => $"dense/{work}/{pass}";

    public static string Convolution(ConvolutionWork work, string pass) => $"convolution/{work}/{pass}";

    public static string PeersConvolution(ConvolutionWork work, string pass) => $"convolution/{work.Shape}/{pass}";

    public static string PeersStep(BenchmarkNetwork network, int rows, string optimizer) => $"step/{network.Name}/{rows}/{optimizer}";

    public static string Step(BenchmarkNetwork network, int rows, string optimizer, int threads) =>
        $"{PeersStep(network, rows, optimizer)}/{threads}";

    public static string Predict(BenchmarkNetwork network, int rows) => $"predict/{network.Name}/{rows}";

    /// <summary>An optimizer as the table calls it.</summary>
    public static string Title(string optimizer) => optimizer == "sgd" ? "SGD + momentum" : "Adam";

    /// <summary>The work of a name.</summary>
    public static SpeedWork Create(string name)
    {
        string[] parts = name.Split('/');
        return parts[0] switch
        {
            "dense" => DenseWork.Parse(parts[1]).Create(parts[2]),
            "convolution" => ConvolutionWork.Parse(parts[1]).Create(parts[2]),
            "step" => BenchmarkNetworks.Of(parts[1]).Step(Number(parts[2]), OptimizerOf(parts[3]), Number(parts[4])),
            "predict" => BenchmarkNetworks.Of(parts[1]).Predict(Number(parts[2])),
            _ => throw new ArgumentException($"There is no work {name}.", nameof(name)),
        };
    }

    private static Optimizer OptimizerOf(string name) => name switch
    {
        "sgd" => SpeedWorks.Momentum,
        "adam" => SpeedWorks.Adam,
        _ => throw new ArgumentException($"There is no optimizer {name}; there are sgd and adam.", nameof(name)),
    };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
