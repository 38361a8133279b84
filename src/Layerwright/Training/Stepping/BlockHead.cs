namespace Layerwright.Runtime;

/// <summary>What stands between the last forward segment and the first backward segment of a block.</summary>
internal enum BlockHead
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The loss and its gradient.</summary>
    Loss,

    /// <summary>The caller's own gradient of the outputs.</summary>
    Gradient,
}
