using Layerwright.Runtime;

namespace Layerwright;

/// <summary>How large first updates are against the weights: about 1e-3 is healthy (CS231n, "Ratio of weights:updates").</summary>
internal static class FirstUpdatesCheck
{
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

        // Weights that begin at 0 have no size to compare with, as usual at a head.
        ParameterStore parameters = run.Create().Parameters;
        matrices = [.. matrices.Where(matrix => parameters.Values.Stored(matrix).ContainsAnyExcept(0f))];
        if (matrices.Length == 0)
        {
            return new(SanityChecks.FirstUpdates, Title, SanityVerdict.Skipped, "all weights begin at 0");
        }

        // What stands still by its multiplier shows nothing of the rate.
        matrices = [.. matrices.Where(matrix => parameters.LayerRate(infos[matrix].Layer) > 0)];
        if (matrices.Length == 0)
        {
            return new(SanityChecks.FirstUpdates, Title, SanityVerdict.Skipped, "the LearningRateMultiplier of every layer is 0");
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

        (string Layer, double Ratio)[] medians = [.. matrices.Select((matrix, i) => (run.Blueprint.Layers[infos[matrix].Layer].Name, Median.Of(ratios[i]) / parameters.LayerRate(infos[matrix].Layer)))];
        (string Layer, double Ratio) least = medians.MinBy(pair => pair.Ratio), most = medians.MaxBy(pair => pair.Ratio);
        bool isFar = least.Ratio < UpdateRatio.WarnLow || most.Ratio > UpdateRatio.WarnHigh;
        bool isOut = least.Ratio < UpdateRatio.NoteLow || most.Ratio > UpdateRatio.NoteHigh;
        string hint = !isOut ? "" : most.Ratio > UpdateRatio.NoteHigh ? "; weights of these sizes want a lower rate, or a warm-up" : "; try a higher rate";
        return new(
            SanityChecks.FirstUpdates, Title, isFar ? SanityVerdict.Failed : isOut ? SanityVerdict.Note : SanityVerdict.Passed,
            FormattableString.Invariant($"of the weights {least.Ratio:0.0e-0} ({least.Layer}) to {most.Ratio:0.0e-0} ({most.Layer}) at each of {Steps} updates with {Rate(run)}; about 1e-3 is usual, {UpdateRatio.NoteLow:0e-0} to {UpdateRatio.NoteHigh:0e-0} healthy{hint}"));
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
    /// ‖Δw‖₂ / ‖w‖₂ with the weights of the beginning, which updates that are far too large soon leave behind.
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
}
