namespace Layerwright.Testing.Interpretation;

/// <summary>What a loss compares with: class numbers, or as many values a row as there are outputs.</summary>
public sealed record TargetData(int[]? Labels, float[]? Values)
{
    public static TargetData Of(int[] labels) => new(labels, null);

    public static TargetData Of(float[] values) => new(null, values);
}
