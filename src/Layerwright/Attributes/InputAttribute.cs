namespace Layerwright;

/// <summary>The input of a network whose rows are vectors; the first layer.</summary>
/// <remarks>Output shape: [<see cref="Features"/>].</remarks>
/// <param name="features">Numbers in one row, at least 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class InputAttribute(int features) : LayerAttribute
{
    /// <summary>Numbers in one row.</summary>
    public int Features { get; } = features;
}
