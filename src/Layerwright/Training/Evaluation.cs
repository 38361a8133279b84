using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Layerwright;

/// <summary>What <c>Trainer.Evaluate</c> measured over a data set: means over its rows, in inference mode.</summary>
[DebuggerDisplay("{Rows} rows, loss {Loss}")]
public sealed class Evaluation
{
    internal Evaluation(int rows, double loss, IReadOnlyList<MetricValue> metrics, ConfusionMatrix? confusion)
    {
        Rows = rows;
        Loss = loss;
        Metrics = metrics;
        ConfusionMatrix = confusion;
    }

    /// <summary>Rows of the data set.</summary>
    public int Rows { get; }

    /// <summary>The mean loss, without penalties.</summary>
    public double Loss { get; }

    /// <summary>The trainer's metrics, in their order.</summary>
    public IReadOnlyList<MetricValue> Metrics { get; }

    /// <summary>What was taken for what; null where outputs are not classes.</summary>
    public ConfusionMatrix? ConfusionMatrix { get; }

    /// <summary>The value of a metric.</summary>
    /// <param name="metric">The metric's name, for example <c>Accuracy</c>.</param>
    /// <exception cref="KeyNotFoundException">The trainer has no such metric.</exception>
    public double this[string metric]
    {
        get
        {
            foreach (MetricValue value in Metrics)
            {
                if (value.Metric.Name == metric)
                {
                    return value.Value;
                }
            }

            string measured = string.Join(", ", Metrics.Select(value => value.Metric.Name));
            throw new KeyNotFoundException($"No metric '{metric}' was measured; there are: {measured}.");
        }
    }

    /// <summary>Loss and metrics on one line; below them the confusion matrix, if there is one.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Rows:n0} rows: loss {Loss:f4}");
        foreach (MetricValue metric in Metrics)
        {
            text.Append(", ").Append(metric);
        }

        if (ConfusionMatrix is not null)
        {
            text.Append("\n\n").Append(ConfusionMatrix);
        }

        return text.ToString();
    }
}
