using Layerwright.CodeModel.Layers;
using Layerwright.CodeModel.Planning;

namespace Layerwright.Generators.Emit;

/// <summary>Prediction: filling the snapshot, the pass over all layers, the loss's activation.</summary>
internal static class InferenceEmitter
{
    public static void Write(CodeWriter writer, NetworkPlan plan, PlanNames names)
    {
        var inference = plan.Inference;
        writer.Line();
        string folded = inference.Calls.Any(call => call.IsFold) ? ": batch normalisation folded into the weights before it" : "";
        writer.Doc($"Fills a predictor's weights from the network's{folded}.");
        using (writer.Block("public static void FillSnapshot(in LwRuntime::SnapshotBlock block)"))
        {
            var operands = new OperandWriter(names, "block", IsSnapshot: false, tensor => tensor.Name);
            foreach (var call in inference.Calls)
            {
                writer.Line(OperationText.Call($"LwKernels::{call.Kernel}", operands.List(call.Operands)) + ";");
            }
        }

        writer.Line();
        writer.Doc("Prediction for a block of rows, up to the raw outputs.");
        using (writer.Block("public static void Infer(in LwRuntime::RowBlock block)"))
        {
            var segment = new SegmentEmitter(writer, plan.Graph, inference.Buffers, names, isSnapshot: true);
            segment.WriteTensors(inference.Operations);
            foreach (var operation in inference.Operations)
            {
                segment.Write(operation, segment.ForwardComment(operation));
            }
        }

        WriteLoss(writer, plan);
    }

    private static void WriteLoss(CodeWriter writer, NetworkPlan plan)
    {
        var layer = plan.Network.Loss;
        var loss = layer?.Layer as LossLayer;
        string output = $"block.Tensor({Literal.Int(plan.Inference.Buffers[plan.Inference.Output])})";
        writer.Line();
        writer.Doc($"{(loss?.Activation is { } activation ? $"Turns raw outputs into predictions, in place: {activation}." : "Raw outputs are the prediction.")}");
        using (writer.Block("public static void Activate(in LwRuntime::RowBlock block)"))
        {
            if (loss?.Activation is not null)
            {
                writer.Line($"LwKernels::{loss.Kind}.Activate({OperationText.Rows(layer!.Output.Positions)}, {output});");
            }
        }

        writer.Line();
        writer.Doc("The loss of each row from the raw outputs of prediction.");
        using (writer.Block("public static void EvaluateLoss(in LwRuntime::RowBlock block, in LwKernels::LossBlock loss)"))
        {
            if (layer is not null)
            {
                writer.Line(LossText.Run(layer, output, "default"));
            }
        }
    }
}
