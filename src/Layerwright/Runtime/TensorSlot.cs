using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>Where one tensor of the plan lies for one worker.</summary>
/// <param name="Whole">All its rows: of the batch, or of the worker's block.</param>
/// <param name="StepPerRow">Elements to move per row of the batch: its padded length in the batch arena, 0 in a block arena.</param>
internal readonly record struct TensorSlot(Tensor Whole, int StepPerRow)
{
    /// <summary>Its rows from the batch's row <paramref name="firstRow"/> on.</summary>
    public unsafe Tensor At(int firstRow) =>
        new(Whole.Data + ((nint)firstRow * StepPerRow), Whole.Columns, Whole.Stride);
}
