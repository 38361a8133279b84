using Layerwright.CodeModel.Operations;
using Layerwright.CodeModel.Planning;

namespace Layerwright.Generators.Emit;

/// <summary>Parameter gradients over the whole batch, each straight into the sink: stored, or the optimizer's update.</summary>
internal static class WeightsEmitter
{
    public static void Write(CodeWriter writer, TrainingPlan training, PlanNames names)
    {
        var operands = new OperandWriter(names, "block", IsSnapshot: false, tensor => tensor.IsNetworkInput
            ? "block.Input"
            : $"block.Tensor({Literal.Int(training.Buffers[tensor])})");
        WriteChunks(writer, training, operands);
        writer.Line();
        writer.Doc("Gradients of one task's parameters over the whole batch, for a run of output panels; the sink updates while they are in registers.");
        writer.Line("public static void Weights<TSink>(int task, in LwRuntime::WeightBlock block, TSink sink)");
        using (writer.Block("    where TSink : struct, LwKernels::IGradientSink<TSink>"))
        {
            var tasks = training.Program.WeightTasks;
            SwitchCase.WriteAll(writer, "task", tasks.Select((task, i) => new SwitchCase(i, task.Calls.Select(call =>
            {
                string[] rows = call.TakesRows ? ["block.Rows"] : [];
                var sinks = call.Parameters.Select(parameter => $"sink.For(Parameter.{names.Parameters[parameter]})");
                return OperationText.Call($"LwKernels::{call.Kernel}", [.. rows, .. operands.List(call.Operands), "block.Panels", .. sinks]) + ";";
            }).ToList(), Comment(task))).ToList());
        }
    }

    private static void WriteChunks(CodeWriter writer, TrainingPlan training, OperandWriter operands)
    {
        if (training.ChunkedTasks.Count == 0)
        {
            return;
        }

        writer.Line();
        writer.Doc("One task's gradient over a chunk of the batch, for a run of output panels: sums that Weights adds up in the chunks' order.");
        using (writer.Block("public static void SumChunk(int task, in LwRuntime::WeightBlock block)"))
        {
            SwitchCase.WriteAll(writer, "task", training.ChunkedTasks.Select(task => new SwitchCase(
                task.Number,
                [OperationText.Call($"LwKernels::{task.Chunks.Kernel}", ["block.Rows", .. operands.List(task.Chunks.Operands), "block.Panels", "block.Chunks"]) + ";"],
                Source(training.Program.WeightTasks[task.Number]))).ToList());
        }
    }

    private static string Comment(WeightTask task)
    {
        if (task.Chunks is not null)
        {
            return $"{Source(task)}, summed by chunks";
        }

        string tensors = Source(task);
        string bias = task.Calls.Any(call => call.Bias is not null) ? ", the bias while each panel of the gradient is in the cache" : "";
        return tensors.Length > 0 ? $"{tensors}{bias}" : "already summed over the rows";
    }

    private static string Source(WeightTask task)
    {
        string tensors = string.Join(" and ", task.Reads.Select(tensor => tensor.Name).Distinct());
        return tensors.Length > 0 ? $"from {tensors}" : "";
    }
}
