using System.ComponentModel;

namespace Layerwright.Runtime;

/// <summary>How long a tensor lives, and so where.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum Arena
{
    /// <summary>Crosses a barrier or is kept for backward: every row of the batch has its place.</summary>
    Batch,

    /// <summary>Lives within one segment: every worker has room for one block of rows.</summary>
    Block,
}
