namespace Layerwright.Testing.Interpretation;

/// <summary>What a loss compares with: class numbers, or as many values a row as there are outputs.</summary>
public sealed record TargetData(int[]? Labels, float[]? Values)
{
    /// <summary>A weight for each class, or null for ones.</summary>
    public float[]? ClassWeights { get; init; }

    public static TargetData Of(int[] labels) => new(labels, null);

    public static TargetData Of(float[] values) => new(null, values);
}
