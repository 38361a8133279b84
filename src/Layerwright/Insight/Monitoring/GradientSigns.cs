using Layerwright.Kernels;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>Looks at the signs of a packed matrix of gradients, unit by unit.</summary>
internal static class GradientSigns
{
    /// <summary>Units whose incoming weights' gradients, as far as they are not 0, are all positive or all negative; those without a gradient do not count.</summary>
    /// <param name="gradients">The matrix as it is stored.</param>
    /// <param name="place">How it lies.</param>
    public static int CountOneSign(ReadOnlySpan<float> gradients, WeightPlace place)
    {
        int outputs = place.Outputs / place.Groups, length = (int)PanelLayout.PackedLength(place.Inputs, outputs), found = 0;
        for (int group = 0; group < place.Groups; group++)
        {
            ReadOnlySpan<float> matrix = gradients.Slice(group * length, length);
            for (int panel = 0; panel < PanelLayout.PanelCount(outputs); panel++)
            {
                int width = PanelLayout.WidthOf(panel, outputs);
                int units = Math.Min(width, outputs - (panel * VectorWidth.PanelWidth));
                found += CountPanel(matrix.Slice((int)PanelLayout.PanelOffset(panel, place.Inputs), place.Inputs * width), width, units);
            }
        }

        return found;
    }

    /// <summary>Where a weight of the matrix lies, counted over groups, inputs and outputs without padding.</summary>
    public static int OffsetOf(WeightPlace place, long weight)
    {
        int outputs = place.Outputs / place.Groups;
        var (group, inGroup) = Math.DivRem(weight, (long)outputs * place.Inputs);
        var (input, output) = Math.DivRem(inGroup, outputs);
        return (int)((group * PanelLayout.PackedLength(place.Inputs, outputs)) + PanelLayout.Offset((int)input, (int)output, place.Inputs, outputs));
    }

    private static int CountPanel(ReadOnlySpan<float> panel, int width, int units)
    {
        ulong positive = 0, negative = 0, all = units == 64 ? ulong.MaxValue : (1ul << units) - 1;

        // Most units show both signs within a few inputs.
        for (int first = 0; first < panel.Length && (positive & negative & all) != all; first += width)
        {
            for (int unit = 0; unit < units; unit++)
            {
                float gradient = panel[first + unit];
                positive |= gradient > 0 ? 1ul << unit : 0;
                negative |= gradient < 0 ? 1ul << unit : 0;
            }
        }

        return System.Numerics.BitOperations.PopCount((positive ^ negative) & all);
    }
}
