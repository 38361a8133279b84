using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Operations;
using Layerwright.CodeModel.Planning;

namespace Layerwright.Generators.Emit;

/// <summary>The training passes: one method a segment, and what happens where rows meet between them.</summary>
internal static class TrainingEmitter
{
    public static void Write(CodeWriter writer, NetworkPlan plan, TrainingPlan training, PlanNames names)
    {
        WritePreparation(writer, training, names);
        WritePass(writer, plan, training, training.Forward, names, "Forward", "Activation");
        WriteLoss(writer, plan, training);
        WritePass(writer, plan, training, training.Backward, names, "Backward", "Gradient");
    }

    private static void WritePreparation(CodeWriter writer, TrainingPlan training, PlanNames names)
    {
        writer.Line();
        writer.Doc("What a step takes from the parameters before its first segment.");
        using (writer.Block("public static void BeforeForward(in LwRuntime::BatchStep step)"))
        {
            var operands = new OperandWriter(names, "step", IsSnapshot: false, tensor => tensor.Name);
            foreach (var call in training.Program.Preparation)
            {
                writer.Line(OperationText.Call($"LwKernels::{call.Kernel}", operands.List(call.Operands)) + ";");
            }
        }
    }

    private static void WritePass(
        CodeWriter writer, NetworkPlan plan, TrainingPlan training, EquatableArray<Segment> segments, PlanNames names, string pass, string probe)
    {
        string generic = "where TProbe : struct, LwRuntime::IProbe";
        writer.Line();
        writer.Doc($"Runs one {pass.ToLowerInvariant()} segment for a block of rows.");
        writer.Line($"public static void {pass}<TProbe>(int segment, in LwRuntime::RowBlock block, TProbe probe)");
        using (writer.Block("    " + generic))
        {
            SwitchCase.WriteAll(writer, "segment", [.. segments.Select((_, i) => new SwitchCase(i, [$"{pass}{Literal.Int(i)}(in block, probe);"]))]);
        }

        for (int i = 0; i < segments.Count; i++)
        {
            writer.Line();
            writer.Doc($"{pass} segment {Literal.Int(i + 1)} of {Literal.Int(segments.Count)}: its rows are independent.");
            writer.Line($"private static void {pass}{Literal.Int(i)}<TProbe>(in LwRuntime::RowBlock block, TProbe probe)");
            using (writer.Block("    " + generic))
            {
                WriteSegment(writer, plan, training, segments[i], names, i == 0, pass, probe);
            }
        }

        writer.Line();
        writer.Doc($"Where all rows have been through a {pass.ToLowerInvariant()} segment: what blocks gathered becomes whole, in block order.");
        using (writer.Block($"public static void After{pass}(int segment, in LwRuntime::BatchStep step)"))
        {
            var operands = new OperandWriter(names, "step", IsSnapshot: false, tensor => tensor.Name) { IsBatch = true };
            var cases = segments.Select((segment, i) => new SwitchCase(
                i, segment.Barriers.Select(barrier => OperationText.Call($"LwKernels::{barrier.Kernel}", operands.List(barrier.Operands)) + ";").ToList()));
            SwitchCase.WriteAll(writer, "segment", cases.Where(one => one.Lines.Count > 0).ToList());
        }
    }

    private static void WriteSegment(
        CodeWriter writer, NetworkPlan plan, TrainingPlan training, Segment segment, PlanNames names, bool isFirst, string pass, string probe)
    {
        bool isForward = pass == "Forward";
        var emitter = new SegmentEmitter(writer, plan.Graph, training.Buffers, names, isSnapshot: false);
        var boundaries = isFirst && !isForward ? training.Program.OutputBoundaries : EquatableArray<int>.Empty;
        bool seesInput = isFirst && isForward && plan.Graph.Input.Layer >= 0;
        var others = new List<Tensor>();
        if (boundaries.Count > 0)
        {
            others.Add(training.Program.OutputGradient);
        }

        if (seesInput)
        {
            others.Add(plan.Graph.Input);
        }

        emitter.WriteTensors(segment.Operations, others);
        if (seesInput)
        {
            writer.Line($"probe.Activation(0, in block, {names.Local(plan.Graph.Input)});");
        }

        foreach (int layer in boundaries)
        {
            writer.Line($"probe.Gradient({Literal.Int(layer)}, in block, {names.Local(training.Program.OutputGradient)});");
        }

        foreach (var operation in segment.Operations)
        {
            emitter.WriteProbed(operation, isForward ? emitter.ForwardComment(operation) : emitter.BackwardComment(operation), probe, training.ProbeSlots);
        }
    }

    private static void WriteLoss(CodeWriter writer, NetworkPlan plan, TrainingPlan training)
    {
        writer.Line();
        writer.Doc("Loss of each row and its gradient, in one pass over the raw outputs.");
        using (writer.Block("public static void Loss(in LwRuntime::RowBlock block, in LwKernels::LossBlock loss)"))
        {
            if (plan.Network.Loss is { } loss)
            {
                writer.Line(LossText.Run(
                    loss,
                    $"block.Tensor({Literal.Int(training.Buffers[training.Output])})",
                    $"block.Tensor({Literal.Int(training.Buffers[training.Program.OutputGradient])})"));
            }
        }
    }
}
