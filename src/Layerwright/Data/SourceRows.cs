using Layerwright.Runtime;

namespace Layerwright;

/// <summary>Labels and targets of a source's rows, checked as they come. A <see cref="Dataset"/> was checked when it was made.</summary>
internal static class SourceRows
{
    /// <exception cref="InvalidDataException">A label is no class.</exception>
    public static void CopyLabels(IBatchSource source, ReadOnlySpan<int> rows, Span<int> destination)
    {
        source.CopyLabels(rows, destination);
        if (source is Dataset)
        {
            return;
        }

        Span<int> labels = destination[..(rows.Length * source.LabelsPerRow)];
        for (int i = 0; i < labels.Length; i++)
        {
            if ((uint)labels[i] >= (uint)source.Classes && labels[i] != source.IgnoreLabel)
            {
                string place = source.LabelsPerRow > 1 ? $"Label {i % source.LabelsPerRow}" : "The label";
                throw new InvalidDataException(
                    $"{place} of row {rows[i / source.LabelsPerRow]} of {source.GetType().Name} is {labels[i]}; "
                    + $"with {source.Classes} classes labels are 0 to {source.Classes - 1}.");
            }
        }
    }

    /// <exception cref="InvalidDataException">A target is not finite, or no probability where it shall be one.</exception>
    public static void CopyTargets(IBatchSource source, ReadOnlySpan<int> rows, Span<float> destination, bool areProbabilities)
    {
        source.CopyTargets(rows, destination);
        if (source is Dataset)
        {
            return;
        }

        Span<float> targets = destination[..(rows.Length * source.TargetLength)];
        int bad = areProbabilities ? targets.IndexOfAnyExceptInRange(0f, 1f) : Domain.FirstNotFinite(targets);
        if (bad >= 0)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"Target {bad % source.TargetLength} of row {rows[bad / source.TargetLength]} of {source.GetType().Name} is {targets[bad]}; ")
                + (areProbabilities ? "expected a probability, 0 to 1." : "expected a finite number."));
        }
    }
}
