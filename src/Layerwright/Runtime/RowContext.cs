using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>The tables one worker's blocks read from. Pinned; blocks carry a pointer to it.</summary>
internal unsafe struct RowContext
{
    /// <summary>Tensors of the plan.</summary>
    public TensorSlot* Tensors;

    /// <summary>Weights, by parameter in training and by snapshot entry in prediction.</summary>
    public PackedMatrix* Matrices;

    /// <summary>Copies of weights in other forms.</summary>
    public PackedMatrix* Copies;

    /// <summary>Vectors, by parameter in training and by snapshot entry in prediction.</summary>
    public Tensor* Vectors;

    /// <summary>Vectors kept between segments.</summary>
    public Tensor* StepVectors;

    /// <summary>Statistics' parts: two rows for each block.</summary>
    public Tensor* Partials;

    /// <summary>Room for the kernel at work.</summary>
    public Tensor Scratch;

    /// <summary>The batch's (transformed) input.</summary>
    public TensorSlot Input;

    /// <summary>Rows of a block.</summary>
    public int RowsPerBlock;

    /// <summary>1 / rows of the batch.</summary>
    public float InverseRows;

    /// <summary>What every dropout rate is multiplied by.</summary>
    public float DropoutFactor;

    /// <summary>Mixed from the network's seed and the step.</summary>
    public ulong DropoutKey;
}
