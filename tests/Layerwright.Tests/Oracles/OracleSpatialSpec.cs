using System.Text.Json;
using Layerwright.Testing.Interpretation;

namespace Layerwright.Tests.Oracles;

/// <summary>Reads the layers of images and sequences, and those of blocks, out of a case's architecture.</summary>
internal static class OracleSpatialSpec
{
    public static LayerSpec Of(JsonElement layer) => layer.GetProperty("type").GetString() switch
    {
        "conv2d" => new Conv2DSpec(Number(layer, "out"), Window(layer))
        {
            UseBias = OracleSpec.Flag(layer, "bias", true),
            Frozen = OracleSpec.Flag(layer, "frozen", false),
            Groups = Number(layer, "groups", 1),
        },
        "conv1d" => new Conv1DSpec(Number(layer, "out"), Window(layer)) { UseBias = OracleSpec.Flag(layer, "bias", true), Groups = Number(layer, "groups", 1) },
        "conv_transpose2d" => new ConvTranspose2DSpec(Number(layer, "out"), Window(layer))
        {
            UseBias = OracleSpec.Flag(layer, "bias", true),
            OutputPaddingHeight = Pair(layer, "output_padding", 0).Height,
            OutputPaddingWidth = Pair(layer, "output_padding", 0).Width,
        },
        "maxpool2d" => new PoolSpec(PoolKind.Max, Window(layer)),
        "maxpool1d" => new PoolSpec(PoolKind.Max, Window(layer), Is1D: true),
        "avgpool2d" => new PoolSpec(PoolKind.Average, Window(layer)) { CountPadding = OracleSpec.Flag(layer, "count_include_pad", true) },
        "avgpool1d" => new PoolSpec(PoolKind.Average, Window(layer), Is1D: true) { CountPadding = OracleSpec.Flag(layer, "count_include_pad", true) },
        "globalavgpool2d" => new GlobalPoolSpec(PoolKind.Average),
        "globalmaxpool2d" => new GlobalPoolSpec(PoolKind.Max),
        "globalavgpool1d" => new GlobalPoolSpec(PoolKind.Average, Is1D: true),
        "globalmaxpool1d" => new GlobalPoolSpec(PoolKind.Max, Is1D: true),
        "groupnorm" => new GroupNormSpec(Number(layer, "groups")) { Epsilon = layer.GetProperty("eps").GetDouble() },
        "spatial_dropout2d" => new SpatialDropout2DSpec(layer.GetProperty("p").GetDouble()),
        "flatten" => new FlattenSpec(),
        "reshape" => new ReshapeSpec(SpecShape.Image(Number(layer, "height"), Number(layer, "width"), Number(layer, "channels"))),
        "upsample2d" => new Upsample2DSpec(Number(layer, "factor")),
        "zero_padding2d" => new ZeroPadding2DSpec(Number(layer, "top"), Number(layer, "bottom"), Number(layer, "left"), Number(layer, "right")),
        "residual" => new ResidualSpec(
            Block(layer.GetProperty("body")),
            layer.TryGetProperty("shortcut", out var shortcut) ? Block(shortcut) : null,
            OracleSpec.Flag(layer, "projection", false)),
        "gate" => new GateSpec(Block(layer.GetProperty("body"))),
        "concat" => new ConcatSpec([.. layer.GetProperty("branches").EnumerateArray().Select(Block)]),
        var other => throw new NotSupportedException(other),
    };

    private static BlockSpec Block(JsonElement layers) => new("Block", OracleSpec.Layers(layers.EnumerateArray()));

    private static WindowSpec Window(JsonElement layer)
    {
        var (height, width) = Pair(layer, "kernel", 1);
        var (strideHeight, strideWidth) = Pair(layer, "stride", 1);
        var (padHeight, padWidth) = Pair(layer, "padding", 0);
        return new WindowSpec(height, width).Stride(strideHeight, strideWidth).Pad(padHeight, padWidth) with
        {
            Dilation = Number(layer, "dilation", 1),
            Same = OracleSpec.Flag(layer, "same", false),
            Causal = OracleSpec.Flag(layer, "causal", false),
        };
    }

    // PyTorch takes a number for both axes, or one for each.
    private static (int Height, int Width) Pair(JsonElement layer, string name, int whenAbsent) =>
        !layer.TryGetProperty(name, out var value) ? (whenAbsent, whenAbsent)
        : value.ValueKind == JsonValueKind.Array ? (value[0].GetInt32(), value[1].GetInt32())
        : (value.GetInt32(), value.GetInt32());

    private static int Number(JsonElement layer, string name, int? whenAbsent = null) =>
        layer.TryGetProperty(name, out var value) ? value.GetInt32() : whenAbsent ?? throw new KeyNotFoundException(name);
}
