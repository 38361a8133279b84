using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Layerwright;

/// <summary>What happened in each epoch of a fit. Values of epoch e (from 1) stand at index e − 1.</summary>
[DebuggerDisplay("{Epochs} epochs, best {BestEpoch}")]
public sealed class TrainingHistory
{
    private readonly double[] _trainingLoss, _samplesPerSecond;
    private readonly double[] _validationLoss;
    private readonly double[][] _metrics;
    private readonly IReadOnlyList<Metric> _measured;

    /// <summary>All memory is taken here, so that epochs allocate nothing.</summary>
    internal TrainingHistory(int epochs, bool hasValidation, IReadOnlyList<Metric> metrics)
    {
        _trainingLoss = new double[epochs];
        _samplesPerSecond = new double[epochs];
        _validationLoss = new double[hasValidation ? epochs : 0];
        _measured = hasValidation ? metrics : [];
        _metrics = [.. _measured.Select(_ => new double[epochs])];
    }

    /// <summary>Finished epochs.</summary>
    public int Epochs { get; private set; }

    /// <summary>
    /// The epoch, from 1, with the best value of what early stopping looks at, else with the lowest validation loss, else with
    /// the lowest training loss; 0 before the first epoch.
    /// </summary>
    public int BestEpoch { get; private set; }

    /// <summary>True where early stopping or an observer ended the fit.</summary>
    public bool StoppedEarly { get; internal set; }

    /// <summary>Why an observer ended the fit; null where none did.</summary>
    public string? StopReason { get; internal set; }

    /// <summary>
    /// The mean loss, penalties included, over the rows of each epoch that count, each under the weights of its own step.
    /// </summary>
    public ReadOnlySpan<double> TrainingLoss => _trainingLoss.AsSpan(0, Epochs);

    /// <summary>The mean loss over the validation rows after each epoch; empty without validation data.</summary>
    public ReadOnlySpan<double> ValidationLoss => _validationLoss.AsSpan(0, Math.Min(Epochs, _validationLoss.Length));

    /// <summary>Rows trained on each second; validation does not count.</summary>
    public ReadOnlySpan<double> SamplesPerSecond => _samplesPerSecond.AsSpan(0, Epochs);

    /// <summary>The metrics that were measured on the validation rows.</summary>
    public IReadOnlyList<Metric> Metrics => _measured;

    /// <summary>A metric over the validation rows after each epoch.</summary>
    /// <param name="metric">One of <see cref="Metrics"/>.</param>
    /// <exception cref="ArgumentException">The metric was not measured.</exception>
    public ReadOnlySpan<double> ValidationMetric(Metric metric)
    {
        for (int i = 0; i < _measured.Count; i++)
        {
            if (_measured[i].Equals(metric))
            {
                return _metrics[i].AsSpan(0, Epochs);
            }
        }

        throw new ArgumentException($"{metric?.Name ?? "null"} was not measured in this fit.", nameof(metric));
    }

    /// <summary>A table with a line for each epoch; a star marks the best one.</summary>
    public override string ToString()
    {
        const int width = 12;
        var text = new StringBuilder("epoch").Append("loss".PadLeft(width));
        if (!ValidationLoss.IsEmpty)
        {
            text.Append("validation".PadLeft(width));
        }

        foreach (Metric metric in _measured)
        {
            text.Append(metric.Name.PadLeft(width));
        }

        text.Append("samples/s".PadLeft(width));
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            char mark = epoch + 1 == BestEpoch ? '*' : ' ';
            text.Append(CultureInfo.InvariantCulture, $"\n{epoch + 1,4}{mark}{_trainingLoss[epoch],width:f4}");
            if (!ValidationLoss.IsEmpty)
            {
                text.Append(CultureInfo.InvariantCulture, $"{_validationLoss[epoch],width:f4}");
            }

            for (int i = 0; i < _measured.Count; i++)
            {
                text.Append(_measured[i].Format(_metrics[i][epoch]).PadLeft(width));
            }

            text.Append(CultureInfo.InvariantCulture, $"{_samplesPerSecond[epoch],width:n0}");
        }

        return text.ToString();
    }

    /// <summary>Takes the epochs over that a resumed fit has behind it.</summary>
    internal void Restore(HistoryState state)
    {
        state.TrainingLoss.CopyTo(_trainingLoss, 0);
        state.SamplesPerSecond.CopyTo(_samplesPerSecond, 0);
        state.ValidationLoss.CopyTo(_validationLoss, 0);
        for (int i = 0; i < _metrics.Length; i++)
        {
            state.Metrics[i].CopyTo(_metrics[i], 0);
        }

        Epochs = state.Epochs;
        BestEpoch = state.BestEpoch;
    }

    /// <summary>Adds an epoch.</summary>
    /// <param name="trainingLoss">Its mean training loss.</param>
    /// <param name="samplesPerSecond">Its speed.</param>
    /// <param name="validation">What validation measured, or null.</param>
    /// <param name="isBest">True where it is the best so far.</param>
    internal void Add(double trainingLoss, double samplesPerSecond, Measurement? validation, bool isBest)
    {
        _trainingLoss[Epochs] = trainingLoss;
        _samplesPerSecond[Epochs] = samplesPerSecond;
        if (validation is not null)
        {
            _validationLoss[Epochs] = validation.Loss;
            for (int i = 0; i < _metrics.Length; i++)
            {
                _metrics[i][Epochs] = validation[i];
            }
        }

        Epochs++;
        if (isBest)
        {
            BestEpoch = Epochs;
        }
    }
}
