using System.Text.Json;

namespace Layerwright;

/// <summary>Metrics in checkpoints.</summary>
internal static class MetricText
{
    /// <exception cref="NotSupportedException">It is the user's own.</exception>
    public static void Write(Utf8JsonWriter json, Metric metric)
    {
        json.WriteStartObject();
        json.WriteString("kind", metric.GetType().Name);
        switch (metric)
        {
            case TopK top:
                json.WriteNumber("k", top.K);
                break;
            case ClassMetric { Class: { } label }:
                json.WriteNumber("class", label);
                break;
            case Accuracy or ClassMetric or MeanAbsoluteError or RootMeanSquaredError or RSquared:
                break;
            default:
                throw Unsaved.Because("metric", metric);
        }

        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, string name, IReadOnlyList<Metric> metrics)
    {
        json.WriteStartArray(name);
        foreach (Metric metric in metrics)
        {
            Write(json, metric);
        }

        json.WriteEndArray();
    }

    /// <exception cref="InvalidDataException">It is none that is known.</exception>
    public static Metric Read(JsonFields fields) => fields.Kind switch
    {
        nameof(Accuracy) => new Accuracy(),
        nameof(TopK) => new TopK(fields.Count("k")),
        nameof(Precision) => new Precision(fields.CountOrNull("class")),
        nameof(Recall) => new Recall(fields.CountOrNull("class")),
        nameof(F1) => new F1(fields.CountOrNull("class")),
        nameof(RocAuc) => new RocAuc(fields.CountOrNull("class")),
        nameof(MeanAbsoluteError) => new MeanAbsoluteError(),
        nameof(RootMeanSquaredError) => new RootMeanSquaredError(),
        nameof(RSquared) => new RSquared(),
        _ => throw fields.Wrong("kind", "a metric: Accuracy, TopK, Precision, Recall, F1, RocAuc, MeanAbsoluteError, RootMeanSquaredError or RSquared"),
    };
}
