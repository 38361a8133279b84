using System.ComponentModel;

namespace Layerwright.Runtime;

/// <summary>The form of a starting distribution.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum Distribution
{
    /// <summary>The same number everywhere.</summary>
    Constant,

    /// <summary>Gaussian around 0.</summary>
    Normal,

    /// <summary>Uniform around 0.</summary>
    Uniform,

    /// <summary>A matrix whose rows, or columns if there are fewer, are orthogonal and of one length.</summary>
    Orthogonal,
}
