using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>A batch's targets and weights, pinned for one call, and where its rows' losses go.</summary>
internal unsafe struct BatchTarget
{
    public int* Labels;
    public float* Values;
    public float* SampleWeights;
    public float* ClassWeights;
    public int? IgnoreLabel;
    public double* RowLosses;

    /// <summary>What the sum over the whole batch is divided by; 0 where no row counts.</summary>
    public double Divisor;

    /// <summary>Lines of an output row, each with a label or targets of its own.</summary>
    public int OutputPositions;

    /// <summary>Outputs of a line.</summary>
    public int OutputColumns;

    /// <summary>The part of the block that starts at a row.</summary>
    public readonly LossBlock At(int row) => new()
    {
        Labels = Labels == null ? null : Labels + ((nint)row * OutputPositions),
        Targets = Values == null ? null : Values + ((nint)row * OutputPositions * OutputColumns),
        SampleWeights = SampleWeights == null ? null : SampleWeights + row,
        ClassWeights = ClassWeights,
        IgnoreLabel = IgnoreLabel,
        RowLosses = RowLosses + ((nint)row * OutputPositions),
        Positions = OutputPositions,
        Scale = Divisor > 0 ? (float)(1 / Divisor) : 0,
    };
}
