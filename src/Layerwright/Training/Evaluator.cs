using Layerwright.Runtime;

namespace Layerwright;

/// <summary>Runs data through a network in inference mode, batch by batch. Allocates nothing after it is made.</summary>
internal sealed class Evaluator<TNetwork>(TrainingStep<TNetwork> step, Batch batch)
    where TNetwork : class, INetwork<TNetwork>
{
    private readonly int[] _rows = new int[batch.MaxRows];
    private readonly MeasuredRows _measured = new(batch.MaxRows, step.Network.Blueprint);
    private readonly float[] _predictions = new float[batch.MaxRows * step.Network.Blueprint.OutputLength];

    /// <summary>Measures all rows of data that fits the network.</summary>
    public void Run(IBatchSource data, Measurement measurement, CancellationToken cancellationToken = default)
    {
        measurement.Reset();
        for (int first = 0; first < data.Count; first += batch.MaxRows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Span<int> rows = _rows.AsSpan(0, Math.Min(batch.MaxRows, data.Count - first));
            for (int i = 0; i < rows.Length; i++)
            {
                rows[i] = first + i;
            }

            batch.Fill(data, rows);
            int length = step.Network.Blueprint.OutputLength;
            Span<float> predictions = _predictions.AsSpan(0, rows.Length * length);
            LossSum loss = step.Evaluate(batch.Inputs, batch.Targets, predictions);
            _measured.Take(batch, predictions);
            measurement.Add(loss, predictions[..(_measured.Count * step.Network.Blueprint.OutputColumns)], _measured, batch.TargetValues);
        }
    }
}
