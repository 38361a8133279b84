using Layerwright.Runtime;

namespace Layerwright;

/// <summary>LW7003: raising the factor on L1 and L2 raises the loss.</summary>
internal static class RegularizationCheck
{
    private const string Title = "Regularisation";

    private const float Raised = 10;

    public static SanityResult Run<TNetwork>(SanityRun<TNetwork> run)
        where TNetwork : class, INetwork<TNetwork>
    {
        ParameterInfo[] penalised = [.. run.Blueprint.Parameters.Where(parameter => parameter.L1 != 0 || parameter.L2 != 0)];
        if (penalised.Length == 0)
        {
            return new(
                SanityChecks.Regularization, Title, SanityVerdict.Skipped,
                "no layer declares L1 or L2 (an optimizer's decay is no part of the loss)");
        }

        BatchStream batches = run.Batches(run.Options.BatchSize);
        TrainingStep<TNetwork> step = run.CreatePlainStep(batches.BatchSize);
        Batch batch = batches.Next();
        double off = Loss(0), on = Loss(1), raised = Loss(Raised);
        string seen = FormattableString.Invariant($"the loss is {off:g5} without, {on:g5} with L1 and L2, {raised:g5} with {Raised} times as much");
        bool rises = on > off && raised > on;
        string layers = string.Join(", ", penalised.Select(parameter => run.Blueprint.Layers[parameter.Layer].Name).Distinct());
        return SanityResult.Of(
            SanityChecks.Regularization, Title,
            rises ? null : new(
                "LW7003", "Regularisation without effect", FindingSeverity.Warning, seen,
                $"Look at the L1 and L2 of {layers} and at their weights: a penalty on weights of 0, or one so small that it vanishes beside the loss, does nothing", "LW3005"),
            seen);

        double Loss(float factor)
        {
            step.RegularizationFactor = factor;
            return step.MeasureLoss(batch.Inputs, batch.Targets);
        }
    }
}
