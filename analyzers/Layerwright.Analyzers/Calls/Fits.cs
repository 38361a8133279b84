using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Layerwright.Analyzers.Calls;

/// <summary>What is known of a trainer's fits.</summary>
internal static class Fits
{
    /// <summary>The epochs of a fit, written or by default; null where they are not known.</summary>
    public static double? Epochs(CallBody body, IInvocationOperation fit) =>
        body.Number(fit.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "epochs")?.Value);

    /// <summary>The most epochs of a trainer's fits; null where there are none here or one is not known.</summary>
    public static double? MostEpochs(CallBody body, TrainingSite training)
    {
        var epochs = training.Runs.Select(run => Epochs(body, run)).ToList();
        return epochs.Count > 0 && epochs.TrueForAll(count => count is not null) ? epochs.Max() : null;
    }

    /// <summary>The most updates of the weights in one fit; null where rows, batches or epochs are not known.</summary>
    public static double? MostUpdates(CallBody body, TrainingSite training)
    {
        if (training.Trainer is not { } trainer
            || Count(body, trainer, "BatchSize", 64) is not { } batch
            || Count(body, trainer, "AccumulationSteps", 1) is not { } group
            || training.Runs.Count == 0)
        {
            return null;
        }

        var updates = training.Runs
            .Select(fit => Epochs(body, fit) * Math.Ceiling(Math.Ceiling((Rows(body, fit) ?? double.NaN) / batch) / group))
            .ToList();
        return updates.TrueForAll(count => count is >= 0) ? updates.Max() : null;
    }

    private static double? Rows(CallBody body, IInvocationOperation fit) =>
        CallBody.Argument(fit, "training") is { } data ? DatasetRows.Of(body, data.Value) : null;

    private static double? Count(CallBody body, ObjectValue trainer, string name, double standard) =>
        trainer[name] is { } setting ? body.Number(setting.Value) is { } count and >= 1 ? count : null : standard;
}
