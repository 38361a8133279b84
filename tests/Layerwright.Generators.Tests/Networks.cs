namespace Layerwright.Generators.Tests;

/// <summary>Sources that several tests compile.</summary>
internal static class Networks
{
    /// <summary>Two weight layers and an activation between.</summary>
    public const string Mlp =
        """
        namespace Zoo;

        [Network]
        [Input(12)]
        [Dense(9)]
        [ReLU]
        [Dense(4)]
        [SoftmaxCrossEntropy]
        public partial class Mlp;
        """;

    /// <summary>A block and the network around it, in two files.</summary>
    public const string Block =
        """
        namespace Zoo;

        [Block]
        [Dense(16)]
        [BatchNorm]
        [ReLU]
        [Dense(16)]
        public class Inner;
        """;

    public const string AroundBlock =
        """
        namespace Zoo;

        [Network]
        [Input(16)]
        [Residual<Inner>]
        [ReLU]
        [Dense(3)]
        [SoftmaxCrossEntropy]
        public partial class Outer;
        """;

    /// <summary>A network of so many layers: dense and activation in turn.</summary>
    public static string Deep(string name, int layers) =>
        $"""
        [Network]
        [Input(8)]
        {string.Join('\n', Enumerable.Range(0, layers).Select(i => i % 2 == 0 ? $"[Dense({5 + (i % 7)})]" : "[ReLU]"))}
        [MeanSquaredError]
        public partial class {name};
        """;

    /// <summary>Twenty layers with those of three pre-activation residuals, whose chains are kept on the way and normalised.</summary>
    public const string PreActivated =
        """
        [Network]
        [Input(40)]
        [Dense(64)]
        [Residual<Unit>]
        [Residual<Unit>]
        [Residual<Unit>]
        [BatchNorm]
        [ReLU]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class PreActivated;

        [Block]
        [BatchNorm]
        [Sigmoid]
        [Dense(64)]
        [Tanh]
        public class Unit;
        """;

    /// <summary>Twenty layers of every kind.</summary>
    public const string Twenty =
        """
        [Network]
        [Input(40)]
        [Dense(64)]
        [BatchNorm]
        [ReLU]
        [Dropout(0.2)]
        [Dense(64)]
        [BatchNorm]
        [LeakyReLU]
        [Dense(48)]
        [Tanh]
        [Dense(48)]
        [BatchNorm]
        [ReLU]
        [Dropout(0.5)]
        [Dense(32)]
        [Sigmoid]
        [Dense(32)]
        [BatchNorm]
        [ReLU]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class Twenty;
        """;
}
