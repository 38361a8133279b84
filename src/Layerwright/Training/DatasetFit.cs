using Layerwright.Runtime;

namespace Layerwright;

/// <summary>Whether data is what a network takes.</summary>
internal static class DatasetFit
{
    /// <exception cref="ArgumentException">Rows have another length, or other targets, than the network takes.</exception>
    /// <exception cref="InvalidOperationException">The network has no loss.</exception>
    public static void Check(NetworkBlueprint network, IBatchSource data, string argument)
    {
        bool hasLabels = data.Classes > 0;
        if (network.Target == TargetKind.None)
        {
            throw new InvalidOperationException(
                $"{network.Name} has no loss for a trainer to work with; declare one, or use TrainingStep.Forward and Backward.");
        }

        if (data is not Dataset)
        {
            CheckSource(data, hasLabels, argument);
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

        if (hasLabels ? !network.Target.TakesLabels() : !network.Target.TakesFloats())
        {
            string takes = hasLabels ? "targets" : "labels", has = hasLabels ? "labels" : "targets";
            throw new ArgumentException($"The loss of {network.Name} takes {takes}; rows of this data set have {has}.", argument);
        }

        if (hasLabels && data.LabelsPerRow != network.OutputPositions)
        {
            throw new ArgumentException(
                $"{network.Name} takes {TargetKind.Labels.Describe(network)}; this data set has {data.LabelsPerRow} a row.", argument);
        }

        if (hasLabels ? data.Classes > network.OutputColumns : data.TargetLength != network.OutputLength)
        {
            throw new ArgumentException(
                hasLabels
                    ? $"{network.Name} has {network.OutputColumns} outputs; this data set has {data.Classes} classes."
                    : $"{network.Name} has {network.OutputLength} outputs; this data set has {data.TargetLength} targets.",
                argument);
        }

        if (data.IgnoreLabel is { } label && label != network.IgnoreLabel)
        {
            throw new ArgumentException($"This data set has rows of the label {label} that shall not count; the loss of {network.Name} "
                + $"does not ignore it: declare it with IgnoreLabel = {label}.", argument);
        }

        if (network.Target.Given(hasLabels) == TargetKind.Probabilities)
        {
            CheckProbabilities(network, data, argument);
        }
    }

    /// <summary>That a class has the same number in two data sets; where one of them names none, nobody can tell.</summary>
    /// <param name="names">What the classes trained on are called.</param>
    /// <param name="data">Other data, for the same network.</param>
    /// <param name="argument">Its argument.</param>
    /// <exception cref="ArgumentException">Its classes are called otherwise, or stand in another order.</exception>
    public static void CheckClassNames(IReadOnlyList<string>? names, IBatchSource data, string argument)
    {
        if (names is not null && data.ClassNames is { } others && !names.SequenceEqual(others, StringComparer.Ordinal))
        {
            throw new ArgumentException(
                $"This data set's classes are {string.Join(", ", others)}; those trained on are {string.Join(", ", names)}. The same number would mean "
                + "another class: read it with the ClassNames of the training data (CsvOptions.ClassNames, Dataset.WithClassNames).",
                argument);
        }
    }

    /// <summary>What a data set's factories check.</summary>
    private static void CheckSource(IBatchSource source, bool hasLabels, string argument)
    {
        string name = source.GetType().Name;
        if (source.Count < 1)
        {
            throw new ArgumentException($"{name} has {source.Count} rows; at least one is needed.", argument);
        }

        if (hasLabels ? source.TargetLength != 0 || source.LabelsPerRow < 1 || source.Classes < 2 : source.TargetLength < 1 || source.LabelsPerRow != 0)
        {
            throw new ArgumentException(
                $"{name} has {source.Classes} classes, {source.LabelsPerRow} labels and {source.TargetLength} targets a row; rows have either labels "
                + "of at least 2 classes or targets, one at least.",
                argument);
        }

        if (source.RowShape is { } shape && shape.Length != source.InputLength)
        {
            throw new ArgumentException($"{name} has rows of {source.InputLength} inputs, but an image of {shape} has {shape.Length}.", argument);
        }
    }

    /// <summary>A step would find the fault too, but only when its batch comes.</summary>
    private static void CheckProbabilities(NetworkBlueprint network, IBatchSource source, string argument)
    {
        if (network.IgnoresAClass())
        {
            throw new ArgumentException(
                $"{network.Name} ignores the label {network.IgnoreLabel}; rows of this data set have probabilities instead.", argument);
        }

        // Rows of another source are looked at when they are read (SourceRows).
        for (int row = 0; source is Dataset data && row < data.Count; row++)
        {
            ReadOnlySpan<float> targets = data.Target(row);
            int output = targets.IndexOfAnyExceptInRange(0f, 1f);
            if (output >= 0)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Target {output} of row {row} is {targets[output]}; the loss of {network.Name} takes probabilities, 0 to 1."), argument);
            }
        }
    }
}
