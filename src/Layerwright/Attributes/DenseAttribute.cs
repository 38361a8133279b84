namespace Layerwright;

/// <summary>A fully connected layer, y = W·x + b.</summary>
/// <remarks>
/// Input [n], output [<see cref="Units"/>]. State: <c>weight</c> [units, n] and, unless there is no bias, <c>bias</c> [units].
/// As PyTorch's Linear, Keras's Dense.
/// </remarks>
/// <example><code>[Dense(256, Init = Init.He, L2 = 1e-4)]</code></example>
/// <param name="units">Outputs, at least 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DenseAttribute(int units) : WeightLayerAttribute
{
    /// <summary>Outputs.</summary>
    public int Units { get; } = units;
}
