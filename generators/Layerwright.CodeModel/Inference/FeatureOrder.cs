using Layerwright.CodeModel.Common;

namespace Layerwright.CodeModel.Inference;

/// <summary>
/// How the features of a vector (or the inputs or outputs of a parameter) lie: segments that are [positions][channels] inside and
/// [channels][positions] in the state, as PyTorch flattens images. Without segments both orders are one.
/// </summary>
/// <param name="Segments">One for a flattened image, several behind a concatenation.</param>
internal sealed record FeatureOrder(EquatableArray<FeatureSegment> Segments)
{
    /// <summary>The same inside and in the state.</summary>
    public static FeatureOrder Same { get; } = new(EquatableArray<FeatureSegment>.Empty);

    public bool IsSame => Segments.Count == 0;

    /// <summary>Features of all segments; 0 where there are none.</summary>
    public int Length => Segments.Sum(segment => segment.Length);

    /// <summary>Segments whose two orders differ, each with its first feature.</summary>
    public IEnumerable<FeatureRun> Runs()
    {
        int first = 0;
        foreach (var segment in Segments)
        {
            if (!segment.IsSame)
            {
                yield return new(first, segment);
            }

            first += segment.Length;
        }
    }

    /// <summary>A flattened image, or a convolution's taps.</summary>
    public static FeatureOrder Of(int positions, int channels) => Of([new FeatureSegment(positions, channels)]);

    /// <summary>Segments one after the other; neighbours whose two orders are one become one segment.</summary>
    public static FeatureOrder Of(IEnumerable<FeatureSegment> segments)
    {
        var list = new List<FeatureSegment>();
        foreach (var segment in segments)
        {
            bool continues = segment.IsSame && list.Count > 0 && list[list.Count - 1].IsSame;
            if (continues)
            {
                list[list.Count - 1] = new(1, list[list.Count - 1].Length + segment.Length);
            }
            else
            {
                list.Add(segment.IsSame ? new(1, segment.Length) : segment);
            }
        }

        return list.TrueForAll(segment => segment.IsSame) ? Same : new FeatureOrder(list.ToEquatableArray());
    }
}

/// <summary>Neighbouring features: [positions][channels] inside, [channels][positions] in the state.</summary>
internal sealed record FeatureSegment(int Positions, int Channels)
{
    public int Length => Positions * Channels;

    /// <summary>The same inside and in the state.</summary>
    public bool IsSame => Positions == 1 || Channels == 1;
}

/// <summary>A segment and its first feature.</summary>
internal sealed record FeatureRun(int First, FeatureSegment Segment);
