namespace Layerwright;

/// <summary>How far shares of right answers are from one another by luck.</summary>
internal static class Chance
{
    /// <summary>The standard error of a share of right answers.</summary>
    /// <param name="share">The share.</param>
    /// <param name="rows">Of how many answers.</param>
    public static double Error(double share, int rows) => rows > 0 ? Math.Sqrt(share * (1 - share) / rows) : 0;
}
