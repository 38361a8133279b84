using System.Numerics.Tensors;

namespace Layerwright.Runtime;

/// <summary>
/// Biases right before a batch normalisation, which cancels them: a network without them takes them from another's state into
/// its running means, and one that has them takes none in another's state for 0, both exactly.
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
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((ParameterInfo[] own, string runningMean) in BeforeNormalizations(blueprint))
        {
            // Only of a linear map: the maximum of a maxout layer's pieces depends on their biases.
            if (own is [{ Kind: ParameterKind.Matrix, Pieces: 1, Key: { } weight }])
            {
                result.Add(weight[..weight.LastIndexOf('.')] + BiasSuffix, runningMean);
            }
        }

        return result;
    }

    /// <summary>
    /// Names of biases of layers right before a batch normalisation, which another's state may lack, with the weight and the
    /// running mean that it must then have: the bias is 0, for a maxout layer's pieces too.
    /// </summary>
    public static Dictionary<string, (string Weight, string RunningMean)> Absent(NetworkBlueprint blueprint)
    {
        var result = new Dictionary<string, (string Weight, string RunningMean)>(StringComparer.Ordinal);
        foreach ((ParameterInfo[] own, string runningMean) in BeforeNormalizations(blueprint))
        {
            if (own is [{ Kind: ParameterKind.Matrix, Key: { } weight }, { Kind: ParameterKind.Vector, Key: { } bias }]
                && bias.EndsWith(BiasSuffix, StringComparison.Ordinal))
            {
                result.Add(bias, (weight, runningMean));
            }
        }

        return result;
    }

    /// <summary>Moves a bias into the running mean of the layer behind it.</summary>
    public static void Move(ReadOnlySpan<float> bias, Span<float> mean) =>
        // The source's mean is of W·x + b, ours of W·x: (W·x + b) − mean = W·x − (mean − b).
        TensorPrimitives.Subtract(mean, bias, mean);

    /// <summary>The parameters of each layer that a batch normalisation follows at once, and its running mean's name.</summary>
    private static IEnumerable<(ParameterInfo[] Own, string RunningMean)> BeforeNormalizations(NetworkBlueprint blueprint)
    {
        for (int layer = 0; layer + 1 < blueprint.Layers.Length; layer++)
        {
            if (Chain(blueprint.Layers[layer].Name) == Chain(blueprint.Layers[layer + 1].Name)
                && RunningMean(blueprint, layer + 1) is { } runningMean)
            {
                yield return (Array.FindAll(blueprint.Parameters, parameter => parameter.Layer == layer), runningMean);
            }
        }
    }

    private static string? RunningMean(NetworkBlueprint blueprint, int layer)
    {
        foreach (ParameterInfo parameter in blueprint.Parameters)
        {
            if (parameter.Layer == layer && parameter.Key.EndsWith(RunningMeanSuffix, StringComparison.Ordinal))
            {
                return parameter.Key;
            }
        }

        return null;
    }

    /// <summary>The block that a layer stands in: neighbours of one chain share it.</summary>
    private static string Chain(string layer) => layer[..(layer.LastIndexOf('.') + 1)];
}
