using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Operations;
using Layerwright.CodeModel.Planning;

namespace Layerwright.Generators.Emit;

/// <summary>The operations of one segment, with the tensors they use as local variables, comments and probes.</summary>
internal sealed class SegmentEmitter(CodeWriter writer, OpGraph graph, Buffers buffers, PlanNames names, bool isSnapshot)
{
    private OperandWriter Operands { get; } = new(names, "block", isSnapshot, names.Local);

    /// <summary>Declares the segment's tensors.</summary>
    public void WriteTensors(IEnumerable<Operation> operations, IEnumerable<Tensor>? others = null)
    {
        var tensors = operations
            .SelectMany(operation => operation.Reads().Concat(operation.Writes()))
            .Concat(others ?? [])
            .Distinct()
            .Select(tensor => (
                Declaration: tensor.IsNetworkInput ? $"var {names.Local(tensor)} = block.Input;" : $"var {names.Local(tensor)} = block.Tensor({Literal.Int(buffers[tensor])});",
                tensor.Shape))
            .ToList();
        int width = tensors.Select(tensor => tensor.Declaration.Length).DefaultIfEmpty().Max();
        foreach (var (declaration, shape) in tensors)
        {
            string positions = shape.Positions > 1 ? shape.PositionsText + ", " : "";
            writer.Line(writer.Noted(declaration.PadRight(width), $"[rows, {positions}{Literal.Int(shape.Channels)}]"));
        }
    }

    /// <summary>An operation of prediction: nothing listens.</summary>
    public void Write(Operation operation, string comment)
    {
        writer.Line();
        writer.Comment(comment);
        writer.Line(OperationText.Call(operation, Operands));
    }

    /// <summary>An operation of training: what fusion hides is recomputed for a probe before, since the pass may overwrite its input.</summary>
    public void WriteProbed(Operation operation, string comment, string probe, EquatableArray<ProbeSlot> probeSlots)
    {
        foreach (var boundary in operation.Boundaries.Where(boundary => operation.Stored(boundary) is null))
        {
            writer.Line();
            writer.Comment($"what a probed step shows of {graph.Layers[boundary.Layer].Path}, which is not stored");
            var shape = graph.Layers[boundary.Layer].Output;
            using (writer.Block($"if (TProbe.IsActive && probe.Wants({Literal.Int(boundary.Layer)}, in block))"))
            {
                writer.Line($"var probed = block.Tensor({Literal.Int(probeSlots.First(entry => entry.Fits(operation, shape)).Slot)});");
                writer.Line(OperationText.PartialCall(operation, boundary.Links, "probed", Operands));
                writer.Line($"probe.{probe}({Literal.Int(boundary.Layer)}, in block, probed);");
            }
        }

        writer.Line();
        writer.Comment(comment);
        writer.Line(OperationText.Call(operation, Operands));
        foreach (var boundary in operation.Boundaries)
        {
            if (operation.Stored(boundary) is { } stored)
            {
                writer.Line($"probe.{probe}({Literal.Int(boundary.Layer)}, in block, {names.Local(stored)});");
            }
        }
    }

    /// <summary>What a forward operation computes, in layers.</summary>
    public string ForwardComment(Operation operation)
    {
        if (operation.IsObserving)
        {
            return Sums(operation);
        }

        var output = operation.Output!;
        var layers = operation.Boundaries.Select(boundary => graph.Layers[boundary.Layer].Path).ToList();
        if (output.Inner is { } inner)
        {
            layers.Add(inner.Path);
        }

        string computed = layers.Count == 0
            ? $"{operation.Input.Name} → {output.Name}"
            : $"{string.Join(" + ", layers)}: {Contents(operation.Input)} → {Contents(output)}";
        return computed + Fused(operation);
    }

    /// <summary>What a backward operation passes on, in layers.</summary>
    public string BackwardComment(Operation operation)
    {
        if (operation.Output is null)
        {
            return Sums(operation);
        }

        string layers = string.Join(", then of ", operation.Boundaries.Select(boundary => graph.Layers[boundary.Layer].Path));
        string through = operation.Arguments.OfType<CopyOperand>().Select(weight => $", through {graph.Parameters[weight.Copy.Parameter].Key}").FirstOrDefault() ?? "";
        string computed = layers.Length > 0 ? $"gradient of the output of {layers}"
            : operation.Output.Inner is { } inner ? $"gradient of {inner.Path}'s {inner.Contents}"
            : $"{operation.Input.Name} → {operation.Output.Name}" + (operation.Epilogue.Any(link => link.Addend is not null) ? ", plus what came before" : "");
        return computed + through + Fused(operation);
    }

    private static string Contents(Tensor tensor) => tensor.Inner?.Contents ?? tensor.Shape.ToString();

    // Why the chain stores on its way, and what is summed while the result is in the cache.
    private string Fused(Operation operation)
    {
        string kept = operation.Kept.Count == 0 ? "" : $"; {string.Join(" and ", operation.Kept.Select(entry => names.Local(entry.Tensor)))} kept, since others read it";
        return kept + (operation.Barriers.Count == 0 ? "" : $"\nand, while it is in the cache, {Sums(operation)}");
    }

    private string Sums(Operation operation) =>
        $"this block's part of {string.Join(" and ", operation.Barriers.SelectMany(barrier => barrier.Writes).Select(vector => names.StepVectors[vector]))}";
}
