using System.Globalization;
using Layerwright.CodeModel.Common;

namespace Layerwright.CodeModel.Planning;

/// <summary>Counts what was fused, for the generated header and the summary.</summary>
internal static class FusionReport
{
    public static EquatableArray<string> Of(InferencePlan inference, TrainingPlan? training)
    {
        var lines = new List<string>();
        if (training is not null)
        {
            Say(lines, Links(training.Forward, product: true), "elementwise step", "in the epilogues of products (bias, activation, sum, dropout)");
            Say(lines, Links(training.Forward, product: false), "elementwise step", "joined to the pass before (normalise, activation, sum, dropout)");
            Say(lines, Links(training.Backward, product: true), "derivative or gradient sum", "in the epilogues of backward products");
            Say(lines, training.Program.WeightTasks.Sum(task => task.Calls.Count), "parameter update", "in the kernels of their gradients");
        }

        Say(lines, inference.Calls.Count(call => call.Kernel == "Folding.Dense"), "BatchNorm", "folded into the weights before it for prediction");
        return lines.ToEquatableArray();
    }

    private static int Links(EquatableArray<Segment> segments, bool product) => segments
        .SelectMany(segment => segment.Operations)
        .Where(operation => operation.IsProduct == product)
        .Sum(operation => Math.Max(0, operation.Epilogue.Count - (operation.IsElementwise ? 1 : 0)));

    private static void Say(List<string> lines, int count, string what, string where)
    {
        if (count > 0)
        {
            lines.Add($"{count.ToString(CultureInfo.InvariantCulture)} {what}{(count == 1 || what == "BatchNorm" ? "" : "s")} {where}");
        }
    }
}
