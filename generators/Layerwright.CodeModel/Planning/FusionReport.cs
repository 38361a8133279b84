using System.Globalization;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Layers;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Planning;

/// <summary>Counts what was fused, by kind, for the generated header and the summary.</summary>
internal static class FusionReport
{
    public static EquatableArray<string> Of(InferredNetwork network, InferencePlan inference, TrainingPlan? training)
    {
        var lines = new List<string>();
        if (training is not null)
        {
            var forward = Operations(training.Forward);
            var backward = Operations(training.Backward);
            string products = Products(forward);
            Say(lines, Links(forward, product: true), "elementwise step", $"in the epilogues of {products} (bias, activation, sum, dropout)");
            Say(lines, Links(forward, product: false), "elementwise step", "joined to the pass before (normalise, activation, sum, dropout)");
            Say(lines, Sums(forward), "batch statistic", "gathered in the pass that computes the input");
            if (network.Loss?.Layer is LossLayer loss)
            {
                Say(lines, 1, "loss", $"in one pass with {(loss.Activation is { } activation ? activation + " and " : "")}its gradient");
            }

            Say(lines, Links(backward, product: true), "derivative, mask or sum of gradients", $"in the epilogues of backward {products}", "derivatives, masks and sums of gradients");
            Say(lines, Links(backward, product: false), "derivative, mask or sum of gradients", "joined to the backward pass before", "derivatives, masks and sums of gradients");
            Say(lines, Sums(backward), "set of gradient sums", "gathered in the pass that computes the gradient", "sets of gradient sums");
            Say(lines, training.Program.WeightTasks.Sum(task => task.Calls.Count(call => call.Bias is not null)), "bias gradient", "in the kernel of the weight gradient");
            Say(lines, training.Program.WeightTasks.Sum(task => task.Calls.Sum(call => call.Parameters.Count())), "parameter update", "in the kernels of their gradients");
        }
        else
        {
            Say(lines, Links(inference.Operations, product: true), "elementwise step", $"in the epilogues of {Products(inference.Operations)} (bias, activation, sum)");
            Say(lines, Links(inference.Operations, product: false), "elementwise step", "joined to the pass before (normalise, activation, sum)");
        }

        foreach (var filter in MinimalFiltering.All)
        {
            Say(
                lines,
                (training is null ? inference.Operations : Operations(training.Forward)).Count(operation => operation.Kernel == filter.Kernel),
                "convolution",
                $"by Winograd's minimal filtering F({filter.Size}×{filter.Size}, 3×3)");
        }

        Say(lines, inference.Calls.Count(call => call.IsFold), "BatchNorm", "folded into the weights before it for prediction", "BatchNorm");
        return lines.ToEquatableArray();
    }

    private static EquatableArray<Operation> Operations(EquatableArray<Segment> segments) =>
        segments.SelectMany(segment => segment.Operations).ToEquatableArray();

    private static string Products(EquatableArray<Operation> operations) =>
        operations.Any(operation => operation.HasWeights && operation.IsSpatial) ? "products and convolutions" : "products";

    // The first link of an elementwise pass is the pass itself.
    private static int Links(EquatableArray<Operation> operations, bool product) => operations
        .Where(operation => operation.HasWeights == product)
        .Sum(operation => Math.Max(0, operation.Epilogue.Count - (operation.IsElementwise ? 1 : 0)));

    // Every barrier completes one set, gathered by observers or by the pass itself.
    private static int Sums(EquatableArray<Operation> operations) =>
        operations.Where(operation => operation.Output is not null).Sum(operation => operation.Barriers.Count);

    private static void Say(List<string> lines, int count, string one, string where, string? many = null)
    {
        if (count > 0)
        {
            lines.Add($"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? one : many ?? one + "s")} {where}");
        }
    }
}
