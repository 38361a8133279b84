using System.ComponentModel;
using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>The network's weights and a predictor's own, side by side.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe ref struct SnapshotBlock
{
    private readonly WeightTable _source;
    private readonly WeightTable _target;

    internal SnapshotBlock(WeightTable source, WeightTable target)
    {
        _source = source;
        _target = target;
    }

    /// <summary>A weight of the network.</summary>
    public PackedMatrix Matrix(int parameter) => _source.Matrices[parameter];

    /// <summary>A vector of the network.</summary>
    public Tensor Vector(int parameter) => _source.Vectors[parameter];

    /// <summary>A weight of the snapshot.</summary>
    public PackedMatrix TargetMatrix(int index) => _target.Matrices[index];

    /// <summary>A vector of the snapshot.</summary>
    public Tensor TargetVector(int index) => _target.Vectors[index];
}
