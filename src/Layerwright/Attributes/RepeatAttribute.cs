namespace Layerwright;

/// <summary>Puts the layers of a block here several times in a row, each time with weights of their own.</summary>
/// <remarks>
/// Shape as the block's layers give it, one after the other. State under <c>repeat1.0.dense1.weight</c>,
/// <c>repeat1.1.dense1.weight</c>, ….
/// </remarks>
/// <typeparam name="T">A class marked <see cref="BlockAttribute"/>.</typeparam>
/// <param name="times">How often, at least 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RepeatAttribute<T>(int times) : LayerAttribute
    where T : class
{
    /// <summary>How often.</summary>
    public int Times { get; } = times;
}
