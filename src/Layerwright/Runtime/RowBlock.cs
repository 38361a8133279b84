using System.ComponentModel;
using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>A block of rows on its way through a segment: its rows of every tensor, and the weights.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe ref struct RowBlock
{
    private readonly RowContext* _context;

    internal RowBlock(RowContext* context, int firstRow, int rows)
    {
        _context = context;
        FirstRow = firstRow;
        Rows = rows;
    }

    /// <summary>Rows in this block.</summary>
    public int Rows { get; }

    /// <summary>The block's first row in the batch.</summary>
    public int FirstRow { get; }

    /// <summary>The block's rows of the (transformed) input. Not padded: only products, convolutions and copies read it.</summary>
    public Tensor Input => _context->Input.At(FirstRow);

    /// <summary>1 / rows of the whole batch.</summary>
    public float InverseRows => _context->InverseRows;

    /// <summary>The block's rows of tensor <paramref name="index"/> of the plan.</summary>
    public Tensor Tensor(int index) => _context->Tensors[index].At(FirstRow);

    /// <summary>Weights: in training a parameter's, in prediction the snapshot's.</summary>
    public PackedMatrix Matrix(int index) => _context->Matrices[index];

    /// <summary>A copy of a weight in another form, refreshed before the step.</summary>
    public PackedMatrix Copy(int index) => _context->Copies[index];

    /// <summary>A vector parameter (in prediction: of the snapshot), one padded row.</summary>
    public Tensor Vector(int index) => _context->Vectors[index];

    /// <summary>A vector that the step keeps between segments.</summary>
    public Tensor StepVector(int index) => _context->StepVectors[index];

    /// <summary>Room for the kernel at work: one row of what the plan's largest need is.</summary>
    public Tensor Scratch => _context->Scratch;

    /// <summary>This block's part of a statistic: two rows (mean and M2, or two gradient sums).</summary>
    public Tensor Partial(int index) => _context->Partials[index].FromRow(2 * (FirstRow / _context->RowsPerBlock));

    /// <summary>
    /// The mask of dropout layer <paramref name="layer"/> at <paramref name="rate"/> times the step's dropout factor, over lines of
    /// <paramref name="columns"/>, <paramref name="positions"/> a row.
    /// </summary>
    public DropoutMask Dropout(int layer, float rate, int columns, int positions = 1)
    {
        double effective = (double)rate * _context->DropoutFactor;
        return new(
            CounterRandom.Combine(_context->DropoutKey, (ulong)layer),
            (uint)(effective * 4294967296.0),
            (float)(1 / (1 - effective)),
            FirstRow * positions,
            columns);
    }
}
