namespace Layerwright;

/// <summary>The block without layers, y = x: a branch of <see cref="ConcatAttribute{T1, T2}"/> that hands its input on.</summary>
/// <remarks>Any shape; no state.</remarks>
/// <example><code>[Concat&lt;Identity, Inner&gt;]</code></example>
[Block]
public sealed class Identity
{
    private Identity()
    {
    }
}
