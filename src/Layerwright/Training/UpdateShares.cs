using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// What each batch contributes to an update that several make, so that every row counts as in one large batch: by rows, or by the
/// weights of their labels where the loss divides by those.
/// </summary>
internal sealed class UpdateShares(IBatchSource data, BatchPlan plan, ReadOnlyMemory<float> classWeights, int? ignoreLabel)
{
    private readonly int[] _labels = new int[checked(plan.LargestUpdate * data.LabelsPerRow)];
    private double _whole;

    /// <summary>A batch's share, from 0 to 1; the batches of an update are asked for in order.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="order">The epoch's order of rows.</param>
    public float Of(int batch, ReadOnlySpan<int> order)
    {
        if (plan.IsFirst(batch))
        {
            _whole = Divisor(order[plan.RowsOfUpdate(plan.UpdateOf(batch))]);
        }

        return _whole > 0 ? (float)(Divisor(order[plan[batch]]) / _whole) : 0;
    }

    private double Divisor(ReadOnlySpan<int> rows)
    {
        if (data.Classes == 0)
        {
            return rows.Length;
        }

        if (classWeights.IsEmpty && ignoreLabel is null)
        {
            return rows.Length * data.LabelsPerRow;
        }

        SourceRows.CopyLabels(data, rows, _labels);
        return LossDivisor.Of(_labels.AsSpan(0, rows.Length * data.LabelsPerRow), classWeights.Span, ignoreLabel);
    }
}
