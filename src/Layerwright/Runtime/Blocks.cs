#pragma warning disable CA1822 // sketch: no member is implemented yet
using System.ComponentModel;
using Layerwright.Kernels;

namespace Layerwright.Runtime;

// Contract sketch: what generated code reads from each block. Implemented over tables of pointers.

/// <summary>A block of rows on its way through a segment: its rows of every tensor, and the weights.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe ref struct RowBlock
{
    /// <summary>Rows in this block.</summary>
    public int Rows => throw null!;

    /// <summary>The block's first row in the batch.</summary>
    public int FirstRow => throw null!;

    /// <summary>The block's rows of the (transformed) input. Not padded: only products may read it.</summary>
    public Tensor Input => throw null!;

    /// <summary>The block's rows of tensor <paramref name="index"/> of the plan.</summary>
    public Tensor Tensor(int index) => throw null!;

    /// <summary>Weights: in training a parameter's, in prediction the snapshot's.</summary>
    public PackedMatrix Matrix(int index) => throw null!;

    /// <summary>The transposed copy of a weight, [outputs → inputs], refreshed before the step.</summary>
    public PackedMatrix Transposed(int parameter) => throw null!;

    /// <summary>A vector parameter (in prediction: of the snapshot), one padded row.</summary>
    public Tensor Vector(int index) => throw null!;

    /// <summary>A vector that the step keeps between segments.</summary>
    public Tensor StepVector(int index) => throw null!;

    /// <summary>This block's part of a statistic: two rows (mean and M2, or two gradient sums).</summary>
    public Tensor Partial(int index) => throw null!;

    /// <summary>The mask of dropout layer <paramref name="layer"/> at <paramref name="rate"/> times the step's dropout factor.</summary>
    public DropoutMask Dropout(int layer, float rate, int columns) => throw null!;

    /// <summary>1 / rows of the whole batch.</summary>
    public float InverseRows => throw null!;
}

/// <summary>The whole batch at the point where rows meet.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe ref struct BatchStep
{
    /// <summary>Rows of the batch.</summary>
    public int Rows => throw null!;

    /// <summary>All blocks' parts of a statistic, in block order.</summary>
    public BlockStatistics Partials(int index) => throw null!;

    /// <summary>A vector that the step keeps between segments.</summary>
    public Tensor StepVector(int index) => throw null!;

    /// <summary>A vector parameter or running statistic.</summary>
    public Tensor Vector(int parameter) => throw null!;
}

/// <summary>The whole batch, and the run of output panels whose weight gradients are wanted.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe ref struct WeightBlock
{
    /// <summary>Rows of the batch.</summary>
    public int Rows => throw null!;

    /// <summary>The panels of the task's outputs.</summary>
    public PanelRange Panels => throw null!;

    /// <summary>The (transformed) input of the whole batch.</summary>
    public Tensor Input => throw null!;

    /// <summary>All rows of a batch tensor.</summary>
    public Tensor Tensor(int index) => throw null!;

    /// <summary>A vector that the step keeps between segments.</summary>
    public Tensor StepVector(int index) => throw null!;
}

/// <summary>The network's weights and a predictor's own, side by side.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe ref struct SnapshotBlock
{
    /// <summary>A weight of the network.</summary>
    public PackedMatrix Matrix(int parameter) => throw null!;

    /// <summary>A vector of the network.</summary>
    public Tensor Vector(int parameter) => throw null!;

    /// <summary>A weight of the snapshot.</summary>
    public PackedMatrix TargetMatrix(int index) => throw null!;

    /// <summary>A vector of the snapshot.</summary>
    public Tensor TargetVector(int index) => throw null!;
}
