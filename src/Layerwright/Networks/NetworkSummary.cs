using System.Diagnostics;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>What the compiler knows of a network: layers, shapes, parameters, operations, memory, fusions.</summary>
[DebuggerDisplay("{Name,nq}: {Layers.Count} layers, {Parameters} parameters")]
public sealed class NetworkSummary
{
    private readonly NetworkBlueprint _blueprint;

    // A program that loads and predicts reads none of it: what takes reckoning is reckoned when it is asked for.
    private NetworkSummary(NetworkBlueprint blueprint) => _blueprint = blueprint;

    /// <summary>The class's name.</summary>
    public string Name => _blueprint.Name;

    /// <summary>Numbers of an input row.</summary>
    public int InputLength => _blueprint.InputLength;

    /// <summary>Numbers of an output row.</summary>
    public int OutputLength => _blueprint.OutputLength;

    /// <summary>The layers in order, blocks inlined; the input first, the loss last.</summary>
    public IReadOnlyList<SummaryLayer> Layers => field ??= [.. _blueprint.Layers.Select(layer => new SummaryLayer(
        layer.Name, layer.Kind, layer.OutputShape, layer.ParameterCount, layer.FlopsPerRow, layer.FusedWith))];

    /// <summary>Parameters in all, frozen ones too, without running statistics.</summary>
    public int Parameters => Layers.Sum(layer => layer.Parameters);

    /// <summary>Floating-point operations of one row's forward pass; a multiply-add counts two.</summary>
    public long Flops => Layers.Sum(layer => layer.Flops);

    /// <summary>Numbers that prediction keeps for each row at hand, without what single kernels take to themselves while they run.</summary>
    public int PredictionFloatsPerRow => FloatsPerRow(_blueprint.Inference);

    /// <summary>The same in bytes.</summary>
    public long PredictionBytesPerRow => (long)PredictionFloatsPerRow * sizeof(float);

    /// <summary>Numbers a row that prediction would keep if every tensor had memory of its own.</summary>
    public int PredictionFloatsUnshared => _blueprint.Inference.UnsharedFloatsPerRow;

    /// <summary>Numbers a row of a training step: what it keeps for each row of the batch (activations and their gradients), and what a worker needs for each row of its block. What single kernels take to themselves while they run does not count.</summary>
    public int TrainingFloatsPerRow => FloatsPerRow(_blueprint.Training);

    /// <summary>The same in bytes.</summary>
    public long TrainingBytesPerRow => (long)TrainingFloatsPerRow * sizeof(float);

    /// <summary>Numbers a row that training would keep if every tensor had memory of its own.</summary>
    public int TrainingFloatsUnshared => _blueprint.Training.UnsharedFloatsPerRow;

    /// <summary>What the compiler fused.</summary>
    public IReadOnlyList<string> Fusions => field ??= [.. _blueprint.Fusions];

    /// <summary>The summary of a generated network.</summary>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public static NetworkSummary Create(NetworkBlueprint blueprint)
    {
        ArgumentNullException.ThrowIfNull(blueprint);
        return new(blueprint);
    }

    /// <summary>A table for a console, the same in every culture.</summary>
    public override string ToString() => SummaryTable.Write(this);

    private static int FloatsPerRow(BufferPlan plan) =>
        plan.Tensors.GroupBy(tensor => tensor.Arena).Sum(arena => arena.Max(tensor => tensor.Offset + tensor.Length));
}
