using Layerwright.Testing.Interpretation;
using Layerwright.Testing.RandomNetworks;

namespace Layerwright.Tests.Gradients;

/// <summary>The random networks of a test run meet everything the language has.</summary>
public class RandomCoverageTests
{
    private static readonly NetworkSpec[] s_networks = RandomSets.Fixed("vectors");

    [Fact]
    public void The_fixed_networks_hold_every_layer_option_and_loss_several_times()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string feature in s_networks.SelectMany(network => Features(network).Distinct()))
        {
            counts[feature] = counts.GetValueOrDefault(feature) + 1;
        }

        string[] expected =
        [
            "Dense", "Maxout", "BatchNorm", "LayerNorm", "RMSNorm", "Dropout", "AlphaDropout", "PReLU", "PerChannel", "Softmax", "LogSoftmax", "Alpha",
            "Approximate", "Use", "Repeat", "Residual", "Projection", "Shortcut",
            "L1", "L2", "UseBias", "Init", "BiasInit", "Frozen", "FrozenNorm", "ZeroGamma", "Momentum", "Epsilon", "Name", "Key", "InputGradient",
            .. Enum.GetNames<ActivationKind>(), .. Enum.GetNames<LossKind>(),
            "LabelSmoothing", "IgnoreLabel", "Margin", "Squared", "Delta", "Ignored", "ClassWeights", "Probabilities",
        ];
        Assert.All(expected, feature => Assert.True(counts.GetValueOrDefault(feature) >= 3, $"{feature} stands in {counts.GetValueOrDefault(feature)} networks"));
    }

    [Fact]
    public void The_fixed_networks_are_one_to_eight_layers_deep() =>
        Assert.Equal(Enumerable.Range(1, 8), s_networks.Select(network => network.Layers.Count).Distinct().Order());

    private static IEnumerable<string> Features(NetworkSpec network) =>
        Features(network.Layers).Append(network.Loss.ToString()).Concat(LossFeatures(network)).Concat(network.InputGradient ? ["InputGradient"] : []);

    private static IEnumerable<string> LossFeatures(NetworkSpec network)
    {
        var options = network.LossOptions;
        switch (network.Loss)
        {
            case LossKind.SoftmaxCrossEntropy:
                var targets = RandomBatch.Create(network.Seed, 33, network).Targets;
                return
                [
                    .. options.LabelSmoothing > 0 ? ["LabelSmoothing"] : (string[])[],
                    .. options.IgnoreLabel is null ? (string[])[] : ["IgnoreLabel"],
                    .. targets.Labels?.Contains(options.IgnoreLabel ?? -1) == true ? ["Ignored"] : (string[])[],
                    .. targets.ClassWeights is null ? (string[])[] : ["ClassWeights"],
                    .. targets.Values is null ? (string[])[] : ["Probabilities"],
                ];
            case LossKind.MulticlassHinge:
                return [.. options.Squared ? ["Squared"] : (string[])[], .. options.Margin != 1 ? ["Margin"] : (string[])[]];
            case LossKind.Huber when options.Delta != 1:
                return ["Delta"];
            default:
                return [];
        }
    }

    private static IEnumerable<string> Features(IEnumerable<LayerSpec> layers) =>
        layers.SelectMany(layer => Own(layer).Concat(layer.Name is null ? [] : ["Name"]).Concat(layer.Key is null ? [] : ["Key"]));

    private static IEnumerable<string> Own(LayerSpec layer) => layer switch
    {
        WeightSpec dense =>
        [
            dense is MaxoutSpec ? "Maxout" : "Dense",
            .. dense.Frozen ? ["Frozen"] : (string[])[],
            .. dense.L1 > 0 ? ["L1"] : (string[])[],
            .. dense.L2 > 0 ? ["L2"] : (string[])[],
            .. dense.UseBias is null ? (string[])[] : ["UseBias"],
            .. dense.Init is null ? (string[])[] : ["Init"],
            .. dense.BiasInit != 0 ? ["BiasInit"] : (string[])[],
        ],
        BatchNormSpec norm =>
        [
            "BatchNorm",
            .. norm.Frozen ? ["FrozenNorm"] : (string[])[],
            .. norm.ZeroGamma ? ["ZeroGamma"] : (string[])[],
            .. norm.Momentum != 0.1 ? ["Momentum"] : (string[])[],
            .. norm.Epsilon != 1e-5 ? ["Epsilon"] : (string[])[],
        ],
        RowNormSpec norm => [norm.SubtractsMean ? "LayerNorm" : "RMSNorm"],
        DropoutSpec => ["Dropout"],
        AlphaDropoutSpec => ["AlphaDropout"],
        ActivationSpec activation =>
        [
            activation.Kind.ToString(),
            .. activation is { Kind: ActivationKind.ELU, Alpha: not 1 } ? ["Alpha"] : (string[])[],
            .. activation is { Kind: ActivationKind.GELU, Approximate: true } ? ["Approximate"] : (string[])[],
        ],
        PReLUSpec slopes => ["PReLU", .. slopes.PerChannel ? ["PerChannel"] : (string[])[]],
        SoftmaxSpec softmax => [softmax.IsLogarithmic ? "LogSoftmax" : "Softmax"],
        UseSpec use => Features(use.Block.Layers).Append("Use"),
        RepeatSpec repeat => Features(repeat.Block.Layers).Append("Repeat"),
        ResidualSpec residual =>
        [
            "Residual",
            .. residual.Projection ? ["Projection"] : (string[])[],
            .. Features(residual.Branch.Layers),
            .. residual.Shortcut is { } shortcut ? Features(shortcut.Layers).Append("Shortcut") : [],
        ],
        _ => [],
    };
}
