using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>Pointers to every matrix and vector of a <see cref="WeightArray"/>.</summary>
internal readonly unsafe struct WeightTable(PackedMatrix* matrices, Tensor* vectors)
{
    public PackedMatrix* Matrices { get; } = matrices;

    public Tensor* Vectors { get; } = vectors;
}
