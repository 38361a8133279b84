using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Planning;

/// <summary>Everything the emitter writes down: value-equal, the last stage before text.</summary>
/// <param name="Network">Names, shapes, parameters.</param>
/// <param name="Graph">Layers and parameters by number.</param>
/// <param name="Inference">Prediction.</param>
/// <param name="Training">A training step, or null for a network that only predicts.</param>
/// <param name="RowsPerBlock">Rows that run through a segment together.</param>
/// <param name="Fusions">What was fused, counted, in words.</param>
internal sealed record NetworkPlan(
    InferredNetwork Network, OpGraph Graph, InferencePlan Inference, TrainingPlan? Training, int RowsPerBlock, EquatableArray<string> Fusions);

/// <summary>Prediction after fusion.</summary>
/// <param name="Operations">In order; rows are independent throughout.</param>
/// <param name="Output">The raw outputs.</param>
/// <param name="Buffers">Where tensors lie.</param>
/// <param name="Arrays">The snapshot's arrays.</param>
/// <param name="Calls">What fills them.</param>
internal sealed record InferencePlan(
    EquatableArray<Operation> Operations,
    Tensor Output,
    Buffers Buffers,
    EquatableArray<SnapshotArray> Arrays,
    EquatableArray<SnapshotCall> Calls);

/// <summary>A training step after fusion, cut into segments.</summary>
/// <param name="Forward">Forward segments.</param>
/// <param name="Backward">Backward segments; the first runs behind the last forward one on each block of rows.</param>
/// <param name="Program">Weight tasks, vectors and gradients, as recorded.</param>
/// <param name="Output">The raw outputs.</param>
/// <param name="ProbeSlots">The slots in which probed steps recompute what is never stored.</param>
/// <param name="Buffers">Where tensors lie.</param>
internal sealed record TrainingPlan(
    EquatableArray<Segment> Forward,
    EquatableArray<Segment> Backward,
    TrainingProgram Program,
    Tensor Output,
    EquatableArray<ProbeSlot> ProbeSlots,
    Buffers Buffers)
{
    /// <summary>The weight tasks that chunks of the batch sum up first, by their numbers.</summary>
    public IReadOnlyList<ChunkedTask> ChunkedTasks => Program.WeightTasks
        .Select((task, i) => task.Chunks is { } chunks ? new ChunkedTask(i, chunks) : null)
        .OfType<ChunkedTask>()
        .ToList();
}

/// <summary>A weight task that chunks of the batch sum up first.</summary>
/// <param name="Number">Its place among the weight tasks.</param>
/// <param name="Chunks">The sums.</param>
internal sealed record ChunkedTask(int Number, ChunkSums Chunks);

/// <summary>Operations whose rows are independent, and what happens where their rows meet.</summary>
internal sealed record Segment(EquatableArray<Operation> Operations, EquatableArray<BatchBarrier> Barriers);

/// <summary>The buffer plan.</summary>
/// <param name="Slots">Places; several tensors may take one in turn.</param>
/// <param name="SlotOf">Slot of each tensor.</param>
/// <param name="FloatsPerRow">Floats a row of both arenas.</param>
/// <param name="UnsharedFloatsPerRow">What it would be without sharing.</param>
internal sealed record Buffers(
    EquatableArray<Slot> Slots, EquatableArray<TensorSlot> SlotOf, int FloatsPerRow, int UnsharedFloatsPerRow)
{
    /// <summary>Floats that one operation needs to itself while it runs: the most of any.</summary>
    public int Scratch { get; init; }

    public int this[Tensor tensor] => SlotOf.First(entry => entry.Tensor == tensor).Slot;
}

/// <summary>Where probed steps recompute tensors of so many positions.</summary>
/// <param name="Columns">Exactly so many; 0: at least those of every tensor it is for.</param>
/// <param name="Positions">Lines a row.</param>
/// <param name="Slot">Its number.</param>
internal sealed record ProbeSlot(int Columns, int Positions, int Slot)
{
    /// <summary>Columns that the slot must have, no more, for an operation to recompute an output of this shape; 0: more do no harm.</summary>
    public static int ExactColumns(Operation operation, Shape output) => operation.IsSpatial ? output.Channels : 0;

    /// <summary>Whether an operation may recompute an output of this shape there.</summary>
    public bool Fits(Operation operation, Shape output) => Positions == output.Positions && Columns == ExactColumns(operation, output);
}

/// <summary>A tensor's slot.</summary>
internal sealed record TensorSlot(Tensor Tensor, int Slot);

/// <summary>A place in an arena, in logical elements a row.</summary>
internal sealed record Slot(ArenaKind Arena, int Offset, int Columns, int Positions)
{
    /// <summary>Where it ends.</summary>
    public int End => Offset + (Columns * Positions);
}

/// <summary>The two arenas of the run time.</summary>
internal enum ArenaKind
{
    /// <summary>Every row of the batch has its place.</summary>
    Batch,

    /// <summary>Every worker has room for one block of rows.</summary>
    Block,
}
