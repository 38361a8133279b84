namespace Layerwright;

/// <summary>The leaky rectified linear unit: x where x is positive, <see cref="Slope"/>·x elsewhere.</summary>
/// <remarks>Shape kept, no state. The derivative at 0 is <see cref="Slope"/>, as in PyTorch's LeakyReLU (Maas et al. 2013).</remarks>
/// <param name="slope">Slope of the negative side. Default: 0.01.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LeakyReLUAttribute(double slope = 0.01) : LayerAttribute
{
    /// <summary>Slope of the negative side.</summary>
    public double Slope { get; } = slope;
}
