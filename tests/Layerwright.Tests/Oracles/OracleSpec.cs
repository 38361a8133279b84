using System.Text.Json;
using Layerwright.Testing.Interpretation;

namespace Layerwright.Tests.Oracles;

/// <summary>Reads a case's architecture as the interpreter's description.</summary>
internal static class OracleSpec
{
    public static NetworkSpec Of(OracleCase oracle) => new(oracle.Name, Input(oracle), Layers(oracle.Architecture), oracle.LossName switch
    {
        "cross_entropy" => LossKind.SoftmaxCrossEntropy,
        "mse" => LossKind.MeanSquaredError,
        "l1" => LossKind.MeanAbsoluteError,
        "huber" => LossKind.Huber,
        "bce_with_logits" => LossKind.BinaryCrossEntropy,
        "multi_margin" => LossKind.MulticlassHinge,
        _ => throw new NotSupportedException(oracle.LossName),
    })
    {
        LossOptions = new()
        {
            LabelSmoothing = Number(oracle, "label_smoothing", 0),
            IgnoreLabel = oracle.LossArguments.TryGetProperty("ignore_index", out var label) ? label.GetInt32() : null,
            Margin = Number(oracle, "margin", 1),
            Squared = Number(oracle, "p", 1) == 2,
            Delta = Number(oracle, "delta", 1),
        },
    };

    private static InputSpec Input(OracleCase oracle) => oracle.Input.Shape switch
    {
        [_, var features] => features,
        [_, var steps, var features] => new InputSpec(SpecShape.Sequence(steps, features)),
        [_, var channels, var height, var width] when oracle.IsChannelsFirst => new InputSpec(SpecShape.Image(height, width, channels), ChannelsFirst: true),
        [_, var height, var width, var channels] => new InputSpec(SpecShape.Image(height, width, channels)),
        var shape => throw new NotSupportedException(string.Join(", ", shape)),
    };

    private static double Number(OracleCase oracle, string argument, double whenAbsent) =>
        oracle.LossArguments.TryGetProperty(argument, out var value) ? value.GetDouble() : whenAbsent;

    /// <summary>A flag of a layer's entry.</summary>
    public static bool Flag(JsonElement layer, string name, bool whenAbsent) =>
        layer.TryGetProperty(name, out var value) ? value.GetBoolean() : whenAbsent;

    /// <summary>The layers of a chain; modules have their own keys, or their numbers.</summary>
    public static LayerSpec[] Layers(IEnumerable<JsonElement> layers) =>
    [
        .. layers.Select((layer, index) => Layer(layer) with { Key = layer.TryGetProperty("key", out var key) ? key.GetString() : $"{index}" }),
    ];

    private static LayerSpec Layer(JsonElement layer) => layer.GetProperty("type").GetString() switch
    {
        "linear" => new DenseSpec(layer.GetProperty("out").GetInt32())
        {
            UseBias = Flag(layer, "bias", true),
            Frozen = Flag(layer, "frozen", false),
        },
        "maxout" => new MaxoutSpec(layer.GetProperty("out").GetInt32(), layer.GetProperty("k").GetInt32())
        {
            UseBias = Flag(layer, "bias", true),
            Frozen = Flag(layer, "frozen", false),
        },
        "relu" => new ActivationSpec(ActivationKind.ReLU),
        "tanh" => new ActivationSpec(ActivationKind.Tanh),
        "sigmoid" => new ActivationSpec(ActivationKind.Sigmoid),
        "leaky_relu" => new ActivationSpec(ActivationKind.LeakyReLU) { Slope = layer.TryGetProperty("slope", out var slope) ? slope.GetDouble() : 0.01 },
        "relu6" => new ActivationSpec(ActivationKind.ReLU6),
        "elu" => new ActivationSpec(ActivationKind.ELU) { Alpha = layer.TryGetProperty("alpha", out var alpha) ? alpha.GetDouble() : 1 },
        "selu" => new ActivationSpec(ActivationKind.SELU),
        "gelu" => new ActivationSpec(ActivationKind.GELU),
        "gelu_tanh" => new ActivationSpec(ActivationKind.GELU) { Approximate = true },
        "silu" => new ActivationSpec(ActivationKind.SiLU),
        "mish" => new ActivationSpec(ActivationKind.Mish),
        "softplus" => new ActivationSpec(ActivationKind.Softplus),
        "softsign" => new ActivationSpec(ActivationKind.Softsign),
        "hardtanh" => new ActivationSpec(ActivationKind.HardTanh),
        "hardsigmoid" => new ActivationSpec(ActivationKind.HardSigmoid),
        "hardswish" => new ActivationSpec(ActivationKind.HardSwish),
        "prelu" => new PReLUSpec(layer.TryGetProperty("channels", out _)),
        "softmax" => new SoftmaxSpec(IsLogarithmic: false),
        "log_softmax" => new SoftmaxSpec(IsLogarithmic: true),
        "dropout" => new DropoutSpec(layer.GetProperty("p").GetDouble()),
        "alpha_dropout" => new AlphaDropoutSpec(layer.GetProperty("p").GetDouble()),
        "batchnorm1d" or "batchnorm2d" => new BatchNormSpec
        {
            Epsilon = layer.GetProperty("eps").GetDouble(),
            Momentum = layer.GetProperty("momentum").GetDouble(),
            Frozen = Flag(layer, "frozen", false),
        },
        "layernorm" => new RowNormSpec(SubtractsMean: true) { Epsilon = layer.GetProperty("eps").GetDouble() },
        "rmsnorm" => new RowNormSpec(SubtractsMean: false) { Epsilon = layer.GetProperty("eps").GetDouble() },
        _ => OracleSpatialSpec.Of(layer),
    };
}
