using System.ComponentModel;
using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>The whole batch, and the run of output panels whose weight gradients are wanted.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe ref struct WeightBlock
{
    private readonly RowContext* _context;

    internal WeightBlock(RowContext* context, int rows, PanelRange panels)
    {
        _context = context;
        Rows = rows;
        Panels = panels;
    }

    /// <summary>Rows of the batch.</summary>
    public int Rows { get; }

    /// <summary>The panels of the task's outputs.</summary>
    public PanelRange Panels { get; }

    /// <summary>The (transformed) input of the whole batch.</summary>
    public Tensor Input => _context->Input.Whole;

    /// <summary>All rows of a batch tensor.</summary>
    public Tensor Tensor(int index) => _context->Tensors[index].Whole;

    /// <summary>A vector that the step keeps between segments.</summary>
    public Tensor StepVector(int index) => _context->StepVectors[index];
}
