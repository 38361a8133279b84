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
    public int OutputLength;

    /// <summary>The part of the block that starts at a row.</summary>
    public readonly LossBlock At(int row) => new()
    {
        Labels = Labels == null ? null : Labels + row,
        Targets = Values == null ? null : Values + ((nint)row * OutputLength),
        SampleWeights = SampleWeights == null ? null : SampleWeights + row,
        ClassWeights = ClassWeights,
        IgnoreLabel = IgnoreLabel,
        RowLosses = RowLosses + row,
        Scale = Divisor > 0 ? (float)(1 / Divisor) : 0,
    };
}
