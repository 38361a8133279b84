using Layerwright.Runtime;

namespace Layerwright;

/// <summary>LW7004: a few rows can be learnt by heart (CS231n, "Overfit a tiny subset of data").</summary>
internal static class OverfitCheck
{
    public const int Rows = 20, MostSteps = 400;

    /// <summary>The loss of classes to get below; of values, the share of the first loss.</summary>
    public const double Bound = 0.01;

    private const string Title = "Overfit a few rows";

    public static SanityResult Run<TNetwork>(SanityRun<TNetwork> run)
        where TNetwork : class, INetwork<TNetwork>
    {
        Batch batch = run.Batches(Rows).Next();
        TrainingStep<TNetwork> step = run.CreatePlainStep(batch.Rows);
        Optimizer optimizer = run.Options.Optimizer with { WeightDecay = 0 };
        bool classifies = run.Blueprint.Target != TargetKind.Values;
        double floor = LossFloor.Of(step, batch), first = double.NaN, loss = double.NaN, accuracy = double.NaN;
        try
        {
            for (int update = 0; update <= MostSteps; update++)
            {
                loss = update < MostSteps
                    ? step.Step(batch.Inputs, batch.Targets, optimizer)
                    : step.MeasureLoss(batch.Inputs, batch.Targets);
                first = update == 0 ? loss : first;
                accuracy = classifies ? Accuracy(batch, step) : double.NaN;
                if (classifies ? loss - floor < Bound && accuracy == 1 : loss <= Bound * first)
                {
                    return new(SanityChecks.Overfitting, Title, SanityVerdict.Passed, $"{Seen()} after {update} updates with {Name(optimizer)}");
                }
            }
        }
        catch (TrainingDivergedException fault)
        {
            return Failure(FormattableString.Invariant($"training {batch.Rows} rows diverged at update {fault.Step}"));
        }

        return Failure($"{Seen()} after {MostSteps} updates with {Name(optimizer)}; {Wanted()} was to be reached");

        // Each branch in full: an interpolation within another takes the current culture.
        string Seen() => FormattableString.Invariant(
            classifies ? $"{batch.Rows} rows at loss {loss:g3}, accuracy {accuracy:p0}" : (FormattableString)$"{batch.Rows} rows at loss {loss:g3} of {first:g3} at first");

        string Wanted() => FormattableString.Invariant(
            classifies ? $"a loss below {floor + Bound:g3} and an accuracy of 100 %" : (FormattableString)$"{Bound:p0} of the first loss");

        SanityResult Failure(string seen) => SanityResult.Of(
            SanityChecks.Overfitting, Title,
            new(
                "LW7004", "Cannot overfit a few rows", FindingSeverity.Warning, seen,
                "Look whether labels belong to their rows and inputs are normalised, check the gradients, then try a larger rate (SanityOptions.Optimizer) or a larger network; rows with the same input and different labels cannot be learnt",
                classifies ? "LW2005" : "LW2010"),
            "");
    }

    private static string Name(Optimizer optimizer) => FormattableString.Invariant($"{optimizer.GetType().Name} {optimizer.LearningRate}");

    /// <summary>The share of right answers in the training pass at hand; of no answers that count, all.</summary>
    private static double Accuracy<TNetwork>(Batch batch, TrainingStep<TNetwork> step)
        where TNetwork : class, INetwork<TNetwork>
    {
        NetworkBlueprint network = step.Network.Blueprint;
        float[] outputs = step.Outputs.ToArray();
        if (network.Target == TargetKind.Probabilities)
        {
            // A probability above one half is a score above 0.
            outputs = Array.ConvertAll(outputs, score => score > 0 ? 1f : 0f);
        }

        var rows = new MeasuredRows(batch.Rows, network);
        rows.Take(batch, outputs);
        MetricAccumulator accuracy = new Accuracy().CreateAccumulator(network.OutputColumns, network.Target);
        accuracy.Add(outputs.AsSpan(0, rows.Count * network.OutputColumns), rows.Labels, batch.TargetValues);
        return rows.Count == 0 ? 1 : accuracy.Value;
    }
}
