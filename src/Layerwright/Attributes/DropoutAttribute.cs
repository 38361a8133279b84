namespace Layerwright;

/// <summary>
/// Inverted dropout: in training each element is 0 with probability <see cref="Rate"/>, else divided by 1 − rate; in prediction
/// nothing happens.
/// </summary>
/// <remarks>
/// Shape kept, no state. As PyTorch's Dropout (Srivastava et al. 2014). The mask is a function of the network's seed, the step,
/// the layer and the element, so nothing is stored and a run repeats bit for bit.
/// </remarks>
/// <param name="rate">Probability of an element to be dropped, in [0, 1).</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DropoutAttribute(double rate) : LayerAttribute
{
    /// <summary>Probability of an element to be dropped.</summary>
    public double Rate { get; } = rate;
}
