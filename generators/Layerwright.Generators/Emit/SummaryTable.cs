using Layerwright.CodeModel.Planning;

namespace Layerwright.Generators.Emit;

/// <summary>The table at the top of the file: what each layer yields, holds and is fused with.</summary>
internal static class SummaryTable
{
    public static IEnumerable<string> Lines(NetworkPlan plan)
    {
        var network = plan.Network;
        long parameters = plan.Graph.Parameters.Where(parameter => !parameter.Declaration.IsStatistic).Sum(parameter => (long)parameter.Declaration.Count);
        yield return $"{network.Declaration.Type.Name}: {network.Input} → {network.Output}, {Literal.Grouped(parameters)} parameters";
        yield return "";

        var fused = FusedWith.Of(plan);
        var rows = plan.Graph.Layers.Select((layer, i) => new[]
        {
            layer.Path,
            layer.Output.ToString(),
            Count(layer.Parameters.Where(parameter => !parameter.IsStatistic).Sum(parameter => (long)parameter.Count)),
            fused[i] is { } host ? $"in the pass of {host}" : "",
        }).Prepend(["layer", "output", "parameters", "computed"]).ToList();
        int[] widths = Enumerable.Range(0, 3).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (string[] row in rows)
        {
            yield return $"  {row[0].PadRight(widths[0])}  {row[1].PadLeft(widths[1])}  {row[2].PadLeft(widths[2])}  {row[3]}";
        }

        yield return "";
        foreach (string fusion in plan.Fusions)
        {
            yield return $"Fused: {fusion}.";
        }

        if (plan.Training is { } training)
        {
            yield return $"Buffers: training {Memory(training.Buffers)}; prediction {Memory(plan.Inference.Buffers)}.";
            yield return $"A training step has {Plural(training.Forward.Count, "forward")} and {Plural(training.Backward.Count, "backward")}; rows meet only between them.";
        }
        else
        {
            yield return $"Buffers: prediction {Memory(plan.Inference.Buffers)}.";
        }
    }

    private static string Count(long parameters) => parameters == 0 ? "" : Literal.Grouped(parameters);

    private static string Memory(Buffers buffers) =>
        $"{Literal.Grouped(buffers.FloatsPerRow)} floats a row (without sharing {Literal.Grouped(buffers.UnsharedFloatsPerRow)})";

    private static string Plural(int count, string what) => $"{Literal.Int(count)} {what} segment{(count == 1 ? "" : "s")}";
}
