using Layerwright.CodeModel.Common;

namespace Layerwright.CodeModel.Inference;

/// <summary>
/// How the features of a vector (or the inputs or outputs of a parameter) lie: segments that are [positions][channels] inside and
/// [channels][positions] in the state, as PyTorch flattens images. Without segments both orders are one.
/// </summary>
/// <param name="Segments">One for a flattened image, several behind a concatenation; none with a single position or channel only.</param>
internal sealed record FeatureOrder(EquatableArray<FeatureSegment> Segments)
{
    /// <summary>The same inside and in the state.</summary>
    public static FeatureOrder Same { get; } = new(EquatableArray<FeatureSegment>.Empty);

    public bool IsSame => Segments.Count == 0;

    /// <summary>A flattened image, or a convolution's taps.</summary>
    public static FeatureOrder Of(int positions, int channels) => Of([new FeatureSegment(positions, channels)]);

    /// <summary>Segments one after the other.</summary>
    public static FeatureOrder Of(IEnumerable<FeatureSegment> segments)
    {
        var list = segments.ToEquatableArray();
        return list.All(segment => segment.IsSame) ? Same : new FeatureOrder(list);
    }
}

/// <summary>Neighbouring features: [positions][channels] inside, [channels][positions] in the state.</summary>
internal readonly record struct FeatureSegment(int Positions, int Channels)
{
    public int Length => Positions * Channels;

    /// <summary>The same inside and in the state.</summary>
    public bool IsSame => Positions == 1 || Channels == 1;
}
