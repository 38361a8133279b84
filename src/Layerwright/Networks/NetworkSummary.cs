using System.Diagnostics;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>What the compiler knows of a network: layers, shapes, parameters, operations, memory, fusions.</summary>
[DebuggerDisplay("{Name,nq}: {Layers.Count} layers, {Parameters} parameters")]
public sealed class NetworkSummary
{
    private NetworkSummary(NetworkBlueprint blueprint)
    {
        Name = blueprint.Name;
        InputLength = blueprint.InputLength;
        OutputLength = blueprint.OutputLength;
        Layers = [.. blueprint.Layers.Select(layer => new SummaryLayer(
            layer.Name, layer.Kind, layer.OutputShape, layer.ParameterCount, layer.FlopsPerRow, layer.FusedWith))];
        Parameters = Layers.Sum(layer => layer.Parameters);
        Flops = Layers.Sum(layer => layer.Flops);
        PredictionFloatsPerRow = FloatsPerRow(blueprint.Inference);
        PredictionFloatsUnshared = blueprint.Inference.UnsharedFloatsPerRow;
        TrainingFloatsPerRow = FloatsPerRow(blueprint.Training);
        TrainingFloatsUnshared = blueprint.Training.UnsharedFloatsPerRow;
        Fusions = [.. blueprint.Fusions];
    }

    /// <summary>The class's name.</summary>
    public string Name { get; }

    /// <summary>Numbers of an input row.</summary>
    public int InputLength { get; }

    /// <summary>Numbers of an output row.</summary>
    public int OutputLength { get; }

    /// <summary>The layers in order, blocks inlined; the input first, the loss last.</summary>
    public IReadOnlyList<SummaryLayer> Layers { get; }

    /// <summary>Parameters in all, frozen ones too, without running statistics.</summary>
    public int Parameters { get; }

    /// <summary>Floating-point operations of one row's forward pass; a multiply-add counts two.</summary>
    public long Flops { get; }

    /// <summary>Numbers that prediction keeps for each row at hand, without what single kernels take to themselves while they run.</summary>
    public int PredictionFloatsPerRow { get; }

    /// <summary>The same in bytes.</summary>
    public long PredictionBytesPerRow => (long)PredictionFloatsPerRow * sizeof(float);

    /// <summary>Numbers a row that prediction would keep if every tensor had memory of its own.</summary>
    public int PredictionFloatsUnshared { get; }

    /// <summary>Numbers a row of a training step: what it keeps for each row of the batch (activations and their gradients), and what a worker needs for each row of its block. What single kernels take to themselves while they run does not count.</summary>
    public int TrainingFloatsPerRow { get; }

    /// <summary>The same in bytes.</summary>
    public long TrainingBytesPerRow => (long)TrainingFloatsPerRow * sizeof(float);

    /// <summary>Numbers a row that training would keep if every tensor had memory of its own.</summary>
    public int TrainingFloatsUnshared { get; }

    /// <summary>What the compiler fused.</summary>
    public IReadOnlyList<string> Fusions { get; }

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
