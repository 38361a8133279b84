using System.Numerics.Tensors;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>The weight matrices of one layer, as far as training changes them.</summary>
/// <param name="layer">The layer's number.</param>
/// <param name="parameters">Their numbers.</param>
/// <param name="names">Their names in the state.</param>
/// <param name="startGain">What they are before the fit: <see cref="LayerRecord.StartGain"/>.</param>
internal sealed class LayerWeights(int layer, int[] parameters, string[] names, double startGain)
{
    private const int HistogramValues = 8192;

    /// <summary>What inputs of mean square 1 become by the weights before the fit, in the mean square.</summary>
    public double StartGain { get; set; } = startGain;

    /// <summary>The trained matrices of a layer; null where it has none.</summary>
    public static LayerWeights? Of(NetworkBlueprint blueprint, ParameterStore parameters, int layer)
    {
        ParameterInfo[] infos = blueprint.Parameters;
        int[] own = [.. Enumerable.Range(0, infos.Length).Where(i => infos[i].Layer == layer && infos[i].Kind == ParameterKind.Matrix && infos[i].IsTrainable)];
        return own.Length > 0 ? new(layer, own, [.. own.Select(i => infos[i].Key)], Gain()) : null;

        double Gain()
        {
            WeightArray values = parameters.Values;
            double gain = own.Average(i => PreciseSum.OfSquares(values.Stored(i)) / infos[i].Outputs);
            int bias = Array.FindIndex(infos, info => info.Layer == layer && info.Kind == ParameterKind.Vector && info.Outputs == infos[own[0]].Outputs);
            return bias < 0 ? gain : gain + (PreciseSum.OfSquares(values.Stored(bias)) / infos[bias].Outputs);
        }
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

        // What stands still by its multiplier shows nothing of the rate.
        float factor = change.RateFactor(layer);
        return squares > 0 && factor > 0 ? Math.Sqrt(changes / squares) / factor : null;
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
