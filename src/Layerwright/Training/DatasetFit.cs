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
                $"{network.Name} has no loss, so a trainer cannot train or evaluate it; declare one, or use TrainingStep.Forward and Backward.");
        }

        if (data.InputLength != network.InputLength)
        {
            throw new ArgumentException($"{network.Name} takes {network.InputLength} inputs; rows of this data set have {data.InputLength}.", argument);
        }

        if (data.HasLabels && network.Target != TargetKind.Labels)
        {
            throw new ArgumentException($"The loss of {network.Name} takes targets; rows of this data set have labels.", argument);
        }

        if (data.HasLabels ? data.Classes > network.OutputLength : data.TargetLength != network.OutputLength)
        {
            string has = data.HasLabels ? $"{data.Classes} classes" : $"{data.TargetLength} targets";
            throw new ArgumentException($"{network.Name} has {network.OutputLength} outputs; this data set has {has}.", argument);
        }
    }
}
