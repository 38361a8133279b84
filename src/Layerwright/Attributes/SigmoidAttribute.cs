namespace Layerwright;

/// <summary>The logistic function, 1/(1 + e⁻ˣ).</summary>
/// <remarks>
/// Shape kept, no state. For a network that ends in probabilities leave it out: <see cref="BinaryCrossEntropyAttribute"/>
/// includes it.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SigmoidAttribute : LayerAttribute;
