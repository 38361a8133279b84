using Layerwright;

namespace RegressionSample;

/// <summary>
/// Brings targets to mean 0 and deviation 1 and predictions back. Errors of a hundred points would give gradients a hundred times
/// those that usual learning rates are made for, and the first epochs would go into the output's bias.
/// </summary>
internal sealed record TargetScale(double Mean, double Deviation)
{
    /// <summary>By training rows only.</summary>
    public static TargetScale Fit(TrainingSet training)
    {
        float[] targets = Patients.TargetsOf(training);
        double mean = targets.Average();
        return new(mean, Math.Sqrt(targets.Average(target => (target - mean) * (target - mean))));
    }

    /// <summary>The same rows with targets that a network learns well from.</summary>
    public Dataset Apply(Dataset data)
    {
        var inputs = new float[data.Count * data.InputLength];
        data.CopyInputs([.. Enumerable.Range(0, data.Count)], inputs);
        float[] targets = [.. Patients.TargetsOf(data).Select(target => (float)((target - Mean) / Deviation))];
        return Dataset.FromTargets(inputs, targets, outputLength: 1);
    }
}
