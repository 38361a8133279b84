using System.ComponentModel;

namespace Layerwright.Runtime;

/// <summary>A weight task whose gradient is summed by chunks of the batch before the sums meet in the sink.</summary>
/// <param name="Task">Index into <see cref="NetworkBlueprint.WeightTasks"/>.</param>
/// <param name="Parameter">The weight.</param>
/// <param name="Chunks">
/// Chunks of a batch, as long as it has that many rows: a literal, so that sums do not depend on threads.
/// </param>
/// <param name="HasBias">The same pass sums the bias's gradient.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ChunkedTaskInfo(int Task, int Parameter, int Chunks, bool HasBias)
{
    /// <summary>Sums of one output of a group, where they are not the weight's own inputs: frequencies of a Winograd convolution.</summary>
    public int? Inputs { get; init; }
}
