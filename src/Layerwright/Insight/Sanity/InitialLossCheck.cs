namespace Layerwright;

/// <summary>LW7002: the first loss against that of a network without knowledge.</summary>
internal static class InitialLossCheck
{
    private const string Title = "Initial loss";

    private const int MeasuredRows = 1024;

    public static SanityResult Run<TNetwork>(SanityRun<TNetwork> run)
        where TNetwork : class, INetwork<TNetwork>
    {
        BatchStream batches = run.Batches(run.Options.BatchSize);
        TrainingStep<TNetwork> step = run.CreatePlainStep(batches.BatchSize);
        int count = Math.Clamp(MeasuredRows / batches.BatchSize, 1, batches.PerRound);
        double loss = 0;
        for (int i = 0; i < count; i++)
        {
            Batch batch = batches.Next();
            loss += step.MeasureLoss(batch.Inputs, batch.Targets) / count;
        }

        string seen = FormattableString.Invariant($"{loss:g4}");
        if (!double.IsFinite(loss))
        {
            return SanityResult.Of(
                SanityChecks.InitialLoss, Title,
                new(
                    "LW7001", "Loss not finite", FindingSeverity.Warning, $"the loss before the first update is {seen}",
                    "Look for inputs or targets that are not finite, normalise the inputs, and try a smaller initialisation", "LW6001"),
                seen);
        }

        if (run.Blueprint.ExpectedLoss is not { } expected || expected == 0)
        {
            return new(
                SanityChecks.InitialLoss, Title, SanityVerdict.Skipped,
                $"{seen}; what a network without knowledge has is not known for this loss");
        }

        return SanityResult.Of(
            SanityChecks.InitialLoss, Title, InitialLoss.Judge(loss, expected), FormattableString.Invariant($"{seen}, expected {expected:g4}"));
    }
}
