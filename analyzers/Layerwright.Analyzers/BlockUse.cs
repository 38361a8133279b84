namespace Layerwright.Analyzers;

/// <summary>What the compilation's networks and blocks make of a block.</summary>
/// <param name="IsGated">It stands in some gate, itself or through a block that uses it.</param>
/// <param name="IsInOwnLoops">Networks use it, and none of them has a loss.</param>
/// <param name="IsFollowed">Networks use it, and in each more weights or a sum follow.</param>
internal readonly record struct BlockUse(bool IsGated, bool IsInOwnLoops, bool IsFollowed);
