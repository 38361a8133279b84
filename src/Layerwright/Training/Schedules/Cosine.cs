namespace Layerwright;

/// <summary>Half a cosine from one number to another.</summary>
internal static class Cosine
{
    /// <summary>to + (from − to)·(1 + cos(π·position))/2.</summary>
    public static double Between(double from, double to, double position) =>
        to + ((from - to) * (1 + Math.Cos(Math.PI * position)) / 2);
}
