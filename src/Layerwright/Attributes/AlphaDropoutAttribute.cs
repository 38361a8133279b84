namespace Layerwright;

/// <summary>
/// Dropout for <c>SELU</c> networks: in training each element is set to SELU's lower limit −1.7581 with probability
/// <see cref="Rate"/>, then all are scaled and shifted so that mean 0 and variance 1 are kept; in prediction nothing happens.
/// </summary>
/// <remarks>
/// Shape kept, no state. As PyTorch's AlphaDropout (Klambauer et al. 2017, "Self-Normalizing Neural Networks"). The mask is a
/// function of the network's seed, the step, the layer and the element, so nothing is stored and a run repeats bit for bit.
/// </remarks>
/// <param name="rate">Probability of an element to be dropped, in [0, 1).</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AlphaDropoutAttribute(double rate) : LayerAttribute
{
    /// <summary>Probability of an element to be dropped.</summary>
    public double Rate { get; } = rate;
}
