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
            .SelectMany(operation => operation.Reads().Concat(operation.Output is { } output ? [output] : []))
            .Concat(others ?? [])
            .Distinct()
            .Select(tensor => (
                Declaration: tensor.IsNetworkInput ? $"var {names.Local(tensor)} = block.Input;" : $"var {names.Local(tensor)} = block.Tensor({Literal.Int(buffers[tensor])});",
                tensor.Columns))
            .ToList();
        int width = tensors.Select(tensor => tensor.Declaration.Length).DefaultIfEmpty().Max();
        foreach (var (declaration, columns) in tensors)
        {
            writer.Line($"{declaration.PadRight(width)} // [rows, {Literal.Int(columns)}]");
        }
    }

    /// <summary>An operation of prediction: nothing listens.</summary>
    public void Write(Operation operation, string comment)
    {
        writer.Line();
        writer.Line("// " + comment);
        writer.Line(OperationText.Call(operation, Operands));
    }

    /// <summary>An operation of training: what fusion hides is recomputed for a probe before, since the pass may overwrite its input.</summary>
    public void WriteProbed(Operation operation, string comment, string probe, int? probeTensor)
    {
        writer.Line();
        writer.Line("// " + comment);
        foreach (var boundary in operation.Boundaries.Where(boundary => boundary.Links < operation.Epilogue.Count))
        {
            using (writer.Block("if (TProbe.IsActive)"))
            {
                writer.Line($"var probed = block.Tensor({Literal.Int(probeTensor!.Value)});");
                writer.Line(OperationText.PartialCall(operation, boundary.Links, "probed", Operands));
                writer.Line($"probe.{probe}({Literal.Int(boundary.Layer)}, in block, probed);");
            }

            writer.Line();
        }

        writer.Line(OperationText.Call(operation, Operands));
        foreach (var boundary in operation.Boundaries.Where(boundary => boundary.Links == operation.Epilogue.Count))
        {
            writer.Line($"probe.{probe}({Literal.Int(boundary.Layer)}, in block, {names.Local(operation.Output!)});");
        }
    }

    /// <summary>What a forward operation computes, in layers.</summary>
    public string ForwardComment(Operation operation)
    {
        if (operation.Barrier is not null)
        {
            return $"this block's part of {Writes(operation.Barrier)}";
        }

        var layers = operation.Boundaries.Select(boundary => graph.Layers[boundary.Layer]).ToList();
        return layers.Count == 0
            ? $"{operation.Input.Name} → {operation.Output!.Name}"
            : $"{string.Join(" + ", layers.Select(layer => layer.Path))}: {Literal.Int(operation.Input.Columns)} → {Literal.Int(operation.Output!.Columns)}";
    }

    /// <summary>What a backward operation passes on, in layers.</summary>
    public string BackwardComment(Operation operation)
    {
        string part = operation.Barrier is { } barrier ? $"this block's part of {Writes(barrier)}" : "";
        if (operation.Output is null)
        {
            return part;
        }

        string layers = string.Join(", then of ", operation.Boundaries.Select(boundary => graph.Layers[boundary.Layer].Path));
        string through = operation.Arguments.OfType<TransposedOperand>().Select(weight => $", through {graph.Parameters[weight.Parameter].Key}").FirstOrDefault() ?? "";
        string passed = layers.Length == 0 ? $"{operation.Input.Name} → {operation.Output.Name}" : $"gradient of the output of {layers}";
        return $"{passed}{through}{(part.Length > 0 ? "; " + part : "")}";
    }

    private string Writes(BatchBarrier barrier) => string.Join(" and ", barrier.Writes.Select(vector => names.StepVectors[vector]));
}
