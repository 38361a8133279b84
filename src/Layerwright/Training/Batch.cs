using Layerwright.Runtime;

namespace Layerwright;

/// <summary>Rows of a source, gathered one after the other into memory of their own, so that a step sees them as one array.</summary>
/// <param name="maxRows">The most rows it can hold.</param>
/// <param name="blueprint">The network that takes them.</param>
internal sealed class Batch(int maxRows, NetworkBlueprint blueprint)
{
    private readonly float[] _inputs = new float[checked(maxRows * blueprint.InputLength)];
    private readonly int[] _labels = new int[checked(maxRows * blueprint.OutputPositions)];
    private readonly float[] _targets = new float[checked(maxRows * blueprint.OutputLength)];
    private bool _hasLabels;

    /// <summary>The most rows it can hold.</summary>
    public int MaxRows => maxRows;

    /// <summary>Rows in it.</summary>
    public int Rows { get; private set; }

    public Inputs Inputs => InputValues;

    /// <summary>The rows' features, which an augmentation may change.</summary>
    public Span<float> InputValues => _inputs.AsSpan(0, Rows * blueprint.InputLength);

    public Targets Targets => _hasLabels ? (Targets)Labels : TargetValues;

    /// <summary>Each row's class, or one for each of its positions; empty where rows have targets.</summary>
    public ReadOnlySpan<int> Labels => _labels.AsSpan(0, _hasLabels ? Rows * blueprint.OutputPositions : 0);

    /// <summary>The rows' targets; empty where rows have labels.</summary>
    public ReadOnlySpan<float> TargetValues => _targets.AsSpan(0, _hasLabels ? 0 : Rows * blueprint.OutputLength);

    /// <summary>Takes rows of data that fits the network (<see cref="DatasetFit"/>).</summary>
    /// <exception cref="InvalidDataException">A row that was read just now has a label or target that it cannot have.</exception>
    public void Fill(IBatchSource data, ReadOnlySpan<int> rows)
    {
        Rows = rows.Length;
        _hasLabels = data.Classes > 0;
        data.CopyInputs(rows, _inputs);
        if (_hasLabels)
        {
            SourceRows.CopyLabels(data, rows, _labels);
        }
        else
        {
            SourceRows.CopyTargets(data, rows, _targets, blueprint.Target.Given(areLabels: false) == TargetKind.Probabilities);
        }
    }
}
