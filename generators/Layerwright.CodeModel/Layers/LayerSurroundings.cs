namespace Layerwright.CodeModel.Layers;

/// <summary>What a layer's parameters depend on besides the layer itself.</summary>
/// <param name="IsBeforeBatchNorm">The next layer of the same chain normalises over the batch.</param>
/// <param name="IsLastWeights">No weights follow on the way to the output.</param>
/// <param name="Nonlinearity">The first activation that the output reaches, or null.</param>
/// <param name="NonlinearityArguments">Its arguments.</param>
internal sealed record LayerSurroundings(
    bool IsBeforeBatchNorm, bool IsLastWeights, Layer? Nonlinearity, LayerArguments NonlinearityArguments);
