using Layerwright.Runtime;

namespace Layerwright;

/// <summary>How large first updates are against the weights: about 1e-3 is healthy (CS231n, "Ratio of weights:updates").</summary>
internal static class FirstUpdatesCheck
{
    /// <summary>Bounds of LW7006, which looks at a whole epoch.</summary>
    private const double Low = 1e-4, High = 1e-2, FarTooLow = 1e-5, FarTooHigh = 1e-1;

    private const int Steps = 20;

    private const string Title = "First updates";

    public static SanityResult Run<TNetwork>(SanityRun<TNetwork> run)
        where TNetwork : class, INetwork<TNetwork>
    {
        ParameterInfo[] infos = run.Blueprint.Parameters;
        int[] matrices = [.. Enumerable.Range(0, infos.Length).Where(i => infos[i].IsTrainable && infos[i].IsDecayed && infos[i].Kind == ParameterKind.Matrix)];
        if (matrices.Length == 0)
        {
            return new(SanityChecks.FirstUpdates, Title, SanityVerdict.Skipped, "no layer has weights that training changes");
        }

        var ratios = matrices.Select(_ => new List<double>()).ToArray();
        try
        {
            Train(run, matrices, ratios);
        }
        catch (TrainingDivergedException fault)
        {
            return new(SanityChecks.FirstUpdates, Title, SanityVerdict.Failed, FormattableString.Invariant($"training diverged at update {fault.Step} with {Rate(run)}"));
        }

        (string Layer, double Ratio)[] medians = [.. matrices.Select((matrix, i) => (run.Blueprint.Layers[infos[matrix].Layer].Name, Median(ratios[i])))];
        (string Layer, double Ratio) least = medians.MinBy(pair => pair.Ratio), most = medians.MaxBy(pair => pair.Ratio);
        bool isFar = least.Ratio < FarTooLow || most.Ratio > FarTooHigh, isOut = least.Ratio < Low || most.Ratio > High;
        string hint = !isOut ? "" : most.Ratio > High ? "; weights of these sizes want a lower rate, or a warm-up" : "; try a higher rate";
        return new(
            SanityChecks.FirstUpdates, Title, isFar ? SanityVerdict.Failed : isOut ? SanityVerdict.Note : SanityVerdict.Passed,
            FormattableString.Invariant($"of the weights {least.Ratio:0.0e-0} ({least.Layer}) to {most.Ratio:0.0e-0} ({most.Layer}) at each of {Steps} updates with {Rate(run)}; about 1e-3 is usual, {Low:0e-0} to {High:0e-0} healthy{hint}"));
    }

    private static string Rate<TNetwork>(SanityRun<TNetwork> run)
        where TNetwork : class, INetwork<TNetwork> =>
        FormattableString.Invariant($"{run.Options.Optimizer.GetType().Name} {run.Options.Optimizer.LearningRate}");

    private static void Train<TNetwork>(SanityRun<TNetwork> run, int[] matrices, List<double>[] ratios)
        where TNetwork : class, INetwork<TNetwork>
    {
        TNetwork network = run.Create();
        BatchStream batches = run.Batches(run.Options.BatchSize);
        var step = new TrainingStep<TNetwork>(network, batches.BatchSize, run.Options.Threads);
        float[] first = network.Parameters.Values.Buffer.Span.ToArray();
        for (int update = 0; update < Steps; update++)
        {
            Batch batch = batches.Next();
            float[] before = network.Parameters.Values.Buffer.Span.ToArray();
            step.Step(batch.Inputs, batch.Targets, run.Options.Optimizer);
            for (int i = 0; i < matrices.Length; i++)
            {
                WeightPlace place = network.Parameters.Values.Layout.Places[matrices[i]];
                ratios[i].Add(Ratio(
                    first.AsSpan(place.Offset, place.Length), before.AsSpan(place.Offset, place.Length), network.Parameters.Values.Stored(matrices[i])));
            }
        }
    }

    /// <summary>
    /// ‖Δw‖₂ / ‖w‖₂ with the weights of the beginning, which updates that are far too large soon leave behind; infinite where they are 0.
    /// </summary>
    private static double Ratio(ReadOnlySpan<float> first, ReadOnlySpan<float> before, ReadOnlySpan<float> after)
    {
        double moved = 0, size = 0;
        for (int i = 0; i < before.Length; i++)
        {
            double difference = (double)after[i] - before[i];
            moved += difference * difference;
            size += (double)first[i] * first[i];
        }

        return moved == 0 ? 0 : Math.Sqrt(moved / size);
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2;
    }
}
