using System.Numerics.Tensors;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>The weight matrices of one layer, as far as training changes them.</summary>
/// <param name="parameters">Their numbers.</param>
/// <param name="names">Their names in the state.</param>
internal sealed class LayerWeights(int[] parameters, string[] names)
{
    private const int HistogramValues = 8192;

    /// <summary>The trained matrices of a layer; null where it has none.</summary>
    public static LayerWeights? Of(NetworkBlueprint blueprint, int layer)
    {
        ParameterInfo[] infos = blueprint.Parameters;
        int[] own = [.. Enumerable.Range(0, infos.Length).Where(i => infos[i].Layer == layer && infos[i].Kind == ParameterKind.Matrix && infos[i].IsTrainable)];
        return own.Length > 0 ? new(own, [.. own.Select(i => infos[i].Key)]) : null;
    }

    /// <summary>A sample with the figures of the weights.</summary>
    public LayerSample Add(LayerSample sample, WeightChange change, Span<float> scratch) => sample with
    {
        WeightGradientRms = GradientRms(change),
        UpdateRatio = UpdateRatio(change, scratch),
        OneSignUnits = OneSignShare(change),
        Weights = change.ShowsWeights ? Spread(change, scratch) : null,
    };

    private double GradientRms(WeightChange change)
    {
        double squares = 0;
        long count = 0;
        foreach (string name in names)
        {
            StateEntry gradient = change.Gradients![name];
            squares += PreciseSum.OfSquares(gradient.Stored);
            count += gradient.Length;
        }

        return Math.Sqrt(squares / count);
    }

    private double? UpdateRatio(WeightChange change, Span<float> scratch)
    {
        double squares = 0, changes = 0;
        foreach (int parameter in parameters)
        {
            ReadOnlySpan<float> before = change.Before(parameter), after = change.After(parameter);
            squares += PreciseSum.OfSquares(before);
            for (int first = 0; first < before.Length; first += scratch.Length)
            {
                int length = Math.Min(scratch.Length, before.Length - first);
                TensorPrimitives.Subtract(after.Slice(first, length), before.Slice(first, length), scratch[..length]);
                changes += PreciseSum.OfSquares(scratch[..length]);
            }
        }

        return squares > 0 && change.RateFactor > 0 ? Math.Sqrt(changes / squares) / change.RateFactor : null;
    }

    private double OneSignShare(WeightChange change)
    {
        int found = 0, units = 0;
        for (int i = 0; i < parameters.Length; i++)
        {
            WeightPlace place = change.Place(parameters[i]);
            found += GradientSigns.CountOneSign(change.Gradients![names[i]].Stored, place);
            units += place.Outputs;
        }

        return (double)found / units;
    }

    private Histogram Spread(WeightChange change, Span<float> scratch)
    {
        WeightPlace place = change.Place(parameters[0]);
        ReadOnlySpan<float> stored = change.Before(parameters[0]);
        long count = (long)place.Outputs * place.Inputs;
        int taken = (int)Math.Min(count, Math.Min(HistogramValues, scratch.Length));
        var values = new float[taken];
        for (int i = 0; i < taken; i++)
        {
            values[i] = stored[GradientSigns.OffsetOf(place, i * count / taken)];
        }

        double mean = ValueStatistics.Mean(values);
        return ValueStatistics.Spread(values, mean, ValueStatistics.Deviation(values, mean, scratch), scratch);
    }
}
