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
        writer.Line();
        writer.Line("/// <summary>Gradients of one task's parameters over the whole batch, for a run of output panels; the sink updates while they are in registers.</summary>");
        writer.Line("public static void Weights<TSink>(int task, in LwRuntime::WeightBlock block, TSink sink)");
        using (writer.Block("    where TSink : struct, LwKernels::IGradientSink<TSink>"))
        {
            if (training.Program.WeightTasks.Count == 0)
            {
                return;
            }

            using (writer.Block("switch (task)"))
            {
                for (int i = 0; i < training.Program.WeightTasks.Count; i++)
                {
                    writer.Line($"case {Literal.Int(i)}: // {Comment(training.Program.WeightTasks[i])}");
                    using (writer.Indent())
                    {
                        foreach (var call in training.Program.WeightTasks[i].Calls)
                        {
                            string[] rows = call.TakesRows ? [OperationText.Rows(call.LinesPerRow)] : [];
                            var sinks = call.Parameters.Select(parameter => $"sink.For(Parameter.{names.Parameters[parameter]})");
                            writer.Line(OperationText.Call($"LwKernels::{call.Kernel}", [.. rows, .. operands.List(call.Operands), "block.Panels", .. sinks]) + ";");
                        }

                        writer.Line("break;");
                    }
                }
            }
        }
    }

    private static string Comment(WeightTask task)
    {
        var read = task.Calls.SelectMany(call => call.Operands).OfType<TensorOperand>().Select(operand => operand.Tensor.Name).Distinct();
        string tensors = string.Join(" and ", read);
        string bias = task.Calls.Any(call => call.Bias is not null) ? ", the bias while each panel of the gradient is in the cache" : "";
        return tensors.Length > 0 ? $"from {tensors}{bias}" : "already summed over the rows";
    }
}
