using Layerwright.Runtime;

namespace Layerwright;

/// <summary>What was seen of one layer in the observed steps of a fit.</summary>
/// <param name="Name">Its name in the network's summary.</param>
/// <param name="Kind">Its attribute's name: <c>Dense</c>.</param>
/// <param name="OutputShape">Its output's shape without the batch.</param>
/// <param name="Samples">The observed steps, in order.</param>
public sealed record LayerRecord(string Name, string Kind, string OutputShape, IReadOnlyList<LayerSample> Samples)
{
    /// <summary>The observed steps, in order.</summary>
    public IReadOnlyList<LayerSample> Samples
    {
        get;
        init => field = ValueList<LayerSample>.Of(value);
    } = ValueList<LayerSample>.Of(Samples);

    /// <summary>True for an activation of the ReLU family.</summary>
    public bool IsRectifier { get; init; }

    /// <summary>The least and the largest value that an activation puts out; null where neither side is held.</summary>
    public (float Least, float Most)? Bounds { get; init; }

    /// <summary>The layer's units, of an image its channels; 0 where it is unknown.</summary>
    public int Units { get; init; }

    /// <summary>True where the layer has a weight matrix that training changes.</summary>
    public bool HasTrainedWeights { get; init; }

    /// <summary>
    /// What the layer's weights were before the first update: the mean square of the outputs that inputs of mean square 1 bring in expectation, inputs of a
    /// unit × mean square of the weights + mean square of the biases. 2 of He's weights, 1 of LeCun's; null where training changes none.
    /// </summary>
    public double? StartGain { get; init; }

    /// <summary>True where the layer normalises its inputs: BatchNorm, LayerNorm and kin.</summary>
    public bool IsNormalization { get; init; }

    /// <summary>For example <c>Dense1, Dense of 512: 8 samples</c>.</summary>
    public override string ToString() => $"{Name}, {Kind} of {OutputShape}: {Samples.Count} samples";
}
