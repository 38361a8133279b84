using System.ComponentModel;
using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>The whole batch at the point where rows meet.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe ref struct BatchStep
{
    private readonly RowContext* _context;

    internal BatchStep(RowContext* context, int rows)
    {
        _context = context;
        Rows = rows;
    }

    /// <summary>Rows of the batch.</summary>
    public int Rows { get; }

    /// <summary>All blocks' parts of a statistic over so many lines a row, in block order.</summary>
    public BlockStatistics Partials(int index, int positions = 1) =>
        new(_context->Partials[index], checked(Rows * positions), _context->RowsPerBlock * positions);

    /// <summary>A vector that the step keeps between segments.</summary>
    public Tensor StepVector(int index) => _context->StepVectors[index];

    /// <summary>A vector parameter or running statistic.</summary>
    public Tensor Vector(int parameter) => _context->Vectors[parameter];
}
