using System.Numerics.Tensors;

namespace Layerwright.Runtime;

/// <summary>
/// Biases right before a batch normalisation, which cancels them: a network without them takes them from another's state into
/// its running means, exactly.
/// </summary>
internal static class MovableBiases
{
    private const string BiasSuffix = ".bias";
    private const string RunningMeanSuffix = ".running_mean";

    /// <summary>
    /// Names of biases that layers right before a batch normalisation would have, with the running means they may move into.
    /// </summary>
    public static Dictionary<string, string> Of(NetworkBlueprint blueprint)
    {
        ILookup<int, ParameterInfo> parameters = blueprint.Parameters.ToLookup(parameter => parameter.Layer);
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int layer = 0; layer + 1 < blueprint.Layers.Length; layer++)
        {
            // Only of a linear map: the maximum of a maxout layer's pieces depends on their biases.
            ParameterInfo[] own = [.. parameters[layer]];
            string? runningMean = parameters[layer + 1].Select(parameter => parameter.Key)
                .FirstOrDefault(key => key.EndsWith(RunningMeanSuffix, StringComparison.Ordinal));
            if (own is [{ Kind: ParameterKind.Matrix, Pieces: 1, Key: { } weight }] && runningMean is not null
                && Chain(blueprint.Layers[layer].Name) == Chain(blueprint.Layers[layer + 1].Name))
            {
                result.Add(weight[..weight.LastIndexOf('.')] + BiasSuffix, runningMean);
            }
        }

        return result;
    }

    /// <summary>Moves a bias into the running mean of the layer behind it.</summary>
    public static void Move(ReadOnlySpan<float> bias, Span<float> mean) =>
        // The source's mean is of W·x + b, ours of W·x: (W·x + b) − mean = W·x − (mean − b).
        TensorPrimitives.Subtract(mean, bias, mean);

    /// <summary>The block that a layer stands in: neighbours of one chain share it.</summary>
    private static string Chain(string layer) => layer[..(layer.LastIndexOf('.') + 1)];
}
