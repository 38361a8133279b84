using Layerwright.Runtime;

namespace Layerwright;

/// <summary>Whether a data set is what a network takes.</summary>
internal static class DatasetFit
{
    /// <exception cref="ArgumentException">Rows have another length, or other targets, than the network takes.</exception>
    /// <exception cref="InvalidOperationException">The network has no loss.</exception>
    public static void Check(NetworkBlueprint network, Dataset data, string argument)
    {
        if (network.Target == TargetKind.None)
        {
            throw new InvalidOperationException(
                $"{network.Name} has no loss for a trainer to work with; declare one, or use TrainingStep.Forward and Backward.");
        }

        if (data.InputLength != network.InputLength)
        {
            throw new ArgumentException(
                $"{network.Name} takes {network.InputLength} inputs; rows of this data set have {data.InputLength}.", argument);
        }

        if (network.InputImage is { } image && data.RowShape is { } shape && !shape.IsLaidOutAs(image))
        {
            throw new ArgumentException($"{network.Name} takes images of {image}; rows of this data set are images of {shape}.", argument);
        }

        if (data.HasLabels ? !network.Target.TakesLabels() : !network.Target.TakesFloats())
        {
            string takes = data.HasLabels ? "targets" : "labels", has = data.HasLabels ? "labels" : "targets";
            throw new ArgumentException($"The loss of {network.Name} takes {takes}; rows of this data set have {has}.", argument);
        }

        if (data.HasLabels && data.LabelsPerRow != network.OutputPositions)
        {
            throw new ArgumentException(
                $"{network.Name} takes {TargetKind.Labels.Describe(network)}; this data set has {data.LabelsPerRow} a row.", argument);
        }

        if (data.HasLabels ? data.Classes > network.OutputColumns : data.TargetLength != network.OutputLength)
        {
            throw new ArgumentException(
                data.HasLabels
                    ? $"{network.Name} has {network.OutputColumns} outputs; this data set has {data.Classes} classes."
                    : $"{network.Name} has {network.OutputLength} outputs; this data set has {data.TargetLength} targets.",
                argument);
        }

        if (data.IgnoreLabel is { } label && label != network.IgnoreLabel)
        {
            throw new ArgumentException($"This data set has rows of the label {label} that shall not count; the loss of {network.Name} "
                + $"does not ignore it: declare it with IgnoreLabel = {label}.", argument);
        }

        if (network.Target.Given(data.HasLabels) == TargetKind.Probabilities)
        {
            CheckProbabilities(network, data, argument);
        }
    }

    /// <summary>A step would find the fault too, but only when its batch comes.</summary>
    private static void CheckProbabilities(NetworkBlueprint network, Dataset data, string argument)
    {
        if (network.IgnoresAClass())
        {
            throw new ArgumentException(
                $"{network.Name} ignores the label {network.IgnoreLabel}; rows of this data set have probabilities instead.", argument);
        }

        for (int row = 0; row < data.Count; row++)
        {
            ReadOnlySpan<float> targets = data.Target(row);
            int output = targets.IndexOfAnyExceptInRange(0f, 1f);
            if (output >= 0)
            {
                throw new ArgumentException(
                    $"Target {output} of row {row} is {targets[output]}; the loss of {network.Name} takes probabilities, 0 to 1.", argument);
            }
        }
    }
}
