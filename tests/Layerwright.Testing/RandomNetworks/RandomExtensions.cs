namespace Layerwright.Testing.RandomNetworks;

/// <summary>Distributions that tests draw from.</summary>
public static class RandomExtensions
{
    /// <summary>N(0, 1), by Box and Muller.</summary>
    public static float NextNormal(this Random random) =>
        (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
}
