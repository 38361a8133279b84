namespace Layerwright;

/// <summary>A maxout layer: each unit is the largest of <see cref="Pieces"/> linear maps of the input, maxₚ (wₚ·x + bₚ).</summary>
/// <remarks>
/// Input [n], output [<see cref="Units"/>]. State: <c>weight</c> [units·pieces, n] and, unless there is no bias, <c>bias</c>
/// [units·pieces], the pieces of one unit next to each other (so PyTorch's is a Linear, then <c>view(-1, units, pieces).max(-1)</c>).
/// Of equal pieces the first gives the value and takes the gradient. Goodfellow et al. 2013, "Maxout Networks".
/// </remarks>
/// <example><code>[Maxout(128, Pieces = 3)]</code></example>
/// <param name="units">Outputs, at least 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MaxoutAttribute(int units) : WeightLayerAttribute
{
    /// <summary>Outputs.</summary>
    public int Units { get; } = units;

    /// <summary>Linear maps that each unit is the largest of, at least 2. Default: 2.</summary>
    public int Pieces { get; set; } = 2;
}
