using System.ComponentModel;
using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>
/// The whole batch, or a chunk of it, and the run of output panels whose weight gradients are wanted.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe ref struct WeightBlock
{
    private readonly RowContext* _context;
    private readonly int _firstRow;

    internal WeightBlock(RowContext* context, int firstRow, int rows, PanelRange panels, GradientChunks chunks)
    {
        _context = context;
        _firstRow = firstRow;
        Rows = rows;
        Panels = panels;
        Chunks = chunks;
    }

    /// <summary>Rows of the batch, or of the chunk.</summary>
    public int Rows { get; }

    /// <summary>The panels of the task's outputs.</summary>
    public PanelRange Panels { get; }

    /// <summary>The sums of a chunked task: of the chunk, or of all that the batch has.</summary>
    public GradientChunks Chunks { get; }

    /// <summary>The (transformed) input of these rows.</summary>
    public Tensor Input => _context->Input.At(_firstRow);

    /// <summary>These rows of a batch tensor.</summary>
    public Tensor Tensor(int index) => _context->Tensors[index].At(_firstRow);

    /// <summary>Room for the kernel at work on a chunk: one row of what the plan's largest need is.</summary>
    public Tensor Scratch => _context->Scratch;

    /// <summary>A vector that the step keeps between segments.</summary>
    public Tensor StepVector(int index) => _context->StepVectors[index];
}
