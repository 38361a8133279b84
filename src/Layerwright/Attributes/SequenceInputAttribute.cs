namespace Layerwright;

/// <summary>The input of a network whose rows are sequences of feature vectors (time steps); the first layer.</summary>
/// <remarks>Output shape: [<see cref="Length"/>, <see cref="Features"/>]; a row holds the features of the first step, then of the second, …</remarks>
/// <param name="length">Steps, at least 1.</param>
/// <param name="features">Numbers of a step, at least 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SequenceInputAttribute(int length, int features) : LayerAttribute
{
    /// <summary>Steps.</summary>
    public int Length { get; } = length;

    /// <summary>Numbers of a step.</summary>
    public int Features { get; } = features;
}
