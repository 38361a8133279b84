using Layerwright.Kernels;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>One layer under observation: what a step showed of it, and the figures of all observed steps.</summary>
internal sealed class LayerWatch
{
    /// <summary>Outputs this near to a bound, as a share of the larger bound, are saturated.</summary>
    private const float Saturation = 0.03f;

    /// <summary>Most samples that are kept; then every second of the older half is dropped.</summary>
    private const int MostSamples = 1024;

    private static readonly LayerSample s_blank = new() { Step = 0, Mean = 0, Deviation = 0, Activations = new(0, 0, []) };

    private readonly LayerInfo _layer;
    private readonly LineSample _activations, _gradients;
    private readonly SilentUnits? _silent;
    private readonly LayerWeights? _weights;
    private readonly List<LayerSample> _samples = [];

    /// <param name="layer">The layer.</param>
    /// <param name="weights">Its weights; null where training changes none.</param>
    /// <param name="rows">Rows of a batch that are looked at.</param>
    public LayerWatch(LayerInfo layer, LayerWeights? weights, int rows)
    {
        _layer = layer;
        _weights = weights;
        _activations = new(layer, rows);
        _gradients = new(layer, rows);

        // A leaky unit never dies: one that is silent lets its gradient through all the same.
        _silent = layer is { IsRectifier: true, Bounds.Least: 0 } ? new(layer.OutputLength / layer.Positions, layer.Positions) : null;
    }

    /// <summary>Whether silent units are being listened to.</summary>
    public bool IsListening => _silent is { IsListening: true };

    /// <summary>What is known of the layer.</summary>
    public LayerRecord Record => new(_layer.Name, _layer.Kind, _layer.OutputShape, [.. _samples])
    {
        Units = _layer.OutputLength / _layer.Positions,
        HasTrainedWeights = _weights is not null,
        StartGain = _weights?.StartGain,
        IsNormalization = _layer.IsNormalization,
        IsRectifier = _layer.IsRectifier,
        Bounds = _layer.Bounds,
    };

    public void Clear()
    {
        _activations.Clear();
        _gradients.Clear();
    }

    public void TakeActivation(int firstRow, int rows, Tensor activation) => _activations.Take(firstRow, rows, activation);

    public void TakeGradient(int firstRow, int rows, Tensor gradient) => _gradients.Take(firstRow, rows, gradient);

    public void Listen(int rows, Tensor activation) => _silent!.Look(rows, activation);

    /// <summary>Begins to listen to silent units.</summary>
    public void BeginListening() => _silent?.Begin();

    /// <summary>All rows of a step were listened to.</summary>
    public void EndListening(int rows)
    {
        if (IsListening)
        {
            _silent!.EndStep(rows);
        }
    }

    /// <summary>Adds the figures of a step.</summary>
    /// <param name="step">Updates before it.</param>
    /// <param name="update">What the step did to the weights.</param>
    /// <param name="scratch">Room for the values of a pass.</param>
    public void AddSample(long step, WeightChange update, Span<float> scratch)
    {
        ReadOnlySpan<float> activations = _activations.Values, gradients = _gradients.Values;
        if (activations.IsEmpty)
        {
            return;
        }

        double mean = ValueStatistics.Mean(activations), deviation = ValueStatistics.Deviation(activations, mean, scratch);
        var sample = new LayerSample
        {
            Step = step,
            Mean = mean,
            Deviation = deviation,
            Activations = ValueStatistics.Spread(activations, mean, deviation, scratch),
            Saturated = SaturatedShare(activations),
            Dead = _silent?.Share,
        };
        if (!gradients.IsEmpty)
        {
            double gradientMean = ValueStatistics.Mean(gradients);
            sample = sample with
            {
                GradientRms = ValueStatistics.Rms(gradients),
                Gradients = ValueStatistics.Spread(gradients, gradientMean, ValueStatistics.Deviation(gradients, gradientMean, scratch), scratch),
            };
        }

        _samples.Add(_weights is null ? sample : _weights.Add(sample, update, scratch));
        if (_samples.Count == MostSamples)
        {
            Thin();
        }
    }

    /// <summary>Gives the last sample the share of dead units, where a window ended after it.</summary>
    public void Complete()
    {
        if (_silent?.Share is { } share && _samples.Count > 0)
        {
            _samples[^1] = _samples[^1] with { Dead = share };
        }
    }

    /// <summary>Keeps the samples and the window, or takes them over.</summary>
    public void Exchange(RecordStream stream)
    {
        stream.Take(_samples, s_blank, Exchange);
        _silent?.Exchange(stream);
        if (_weights is not null)
        {
            _weights.StartGain = stream.Take(_weights.StartGain);
        }
    }

    private static LayerSample Exchange(RecordStream stream, LayerSample sample) => new()
    {
        Step = stream.Take(sample.Step),
        Mean = stream.Take(sample.Mean),
        Deviation = stream.Take(sample.Deviation),
        Activations = stream.Take(sample.Activations)!,
        Saturated = stream.Take(sample.Saturated),
        Dead = stream.Take(sample.Dead),
        GradientRms = stream.Take(sample.GradientRms),
        Gradients = stream.Take(sample.Gradients),
        WeightGradientRms = stream.Take(sample.WeightGradientRms),
        UpdateRatio = stream.Take(sample.UpdateRatio),
        OneSignUnits = stream.Take(sample.OneSignUnits),
        Weights = stream.Take(sample.Weights),
    };

    private double? SaturatedShare(ReadOnlySpan<float> activations)
    {
        return !_layer.IsRectifier && _layer.Bounds is { } bounds && float.IsFinite(bounds.Most - bounds.Least)
            ? ValueStatistics.ShareNear(activations, bounds.Least, bounds.Most, Saturation * Math.Max(Math.Abs(bounds.Least), Math.Abs(bounds.Most)))
            : null;
    }

    private void Thin()
    {
        int end = 0;
        for (int i = 0; i < MostSamples; i += i < MostSamples / 2 ? 2 : 1)
        {
            _samples[end++] = _samples[i];
        }

        _samples.RemoveRange(end, _samples.Count - end);
    }
}
