using Layerwright.CodeModel.Inference;

namespace Layerwright.Analyzers.Flow;

/// <summary>One of the chains that a composite layer puts side by side: a residual's branch or shortcut, a gate's, one of a concatenation's.</summary>
/// <param name="Composite">The layer that brings it in.</param>
/// <param name="Index">Its number there: of a residual 0 is the branch, 1 the shortcut.</param>
/// <param name="Parent">The chain of the same sort around it, or null.</param>
internal sealed record FlowBranch(InferredLayer Composite, int Index, FlowBranch? Parent)
{
    /// <summary>What a residual adds to its input (not its shortcut).</summary>
    public bool IsResidual => Index == 0 && Composite.Layer is { MultipliesBranch: false, JoinsChannels: false };
}
