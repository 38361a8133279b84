using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>A batch's targets and sample weights, pinned for one call, and where its rows' losses go.</summary>
internal unsafe struct BatchTarget
{
    public int* Labels;
    public float* Values;
    public float* SampleWeights;
    public double* RowLosses;
    public float Scale;
    public int OutputLength;

    /// <summary>The part of the block that starts at a row.</summary>
    public readonly LossBlock At(int row) => new()
    {
        Labels = Labels == null ? null : Labels + row,
        Targets = Values == null ? null : Values + ((nint)row * OutputLength),
        SampleWeights = SampleWeights == null ? null : SampleWeights + row,
        RowLosses = RowLosses + row,
        Scale = Scale,
    };
}
