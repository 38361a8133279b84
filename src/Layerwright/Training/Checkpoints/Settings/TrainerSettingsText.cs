using System.Text.Json;

namespace Layerwright;

/// <summary>A trainer's settings in checkpoints.</summary>
internal static class TrainerSettingsText
{
    /// <exception cref="NotSupportedException">A schedule or metric is the user's own.</exception>
    public static void Write(Utf8JsonWriter json, string name, TrainerSettings settings)
    {
        json.WriteStartObject(name);
        OptimizerText.Write(json, "optimizer", settings.Optimizer);
        json.WriteNumber("batchSize", settings.BatchSize);
        json.WriteNumber("threads", settings.Threads);
        json.WriteBoolean("shuffle", settings.Shuffle);
        json.WriteBoolean("dropLast", settings.DropLast);
        json.WriteNumber("seed", settings.Seed);
        ScheduleText.Write(json, "schedule", settings.Schedule);
        Write(json, "clipping", settings.Clipping);
        json.WriteNumber("accumulationSteps", settings.AccumulationSteps);
        json.WriteNumber("regularizationFactor", settings.RegularizationFactor);
        json.WriteNumber("dropoutFactor", settings.DropoutFactor);
        Write(json, "earlyStopping", settings.EarlyStopping);
        json.WriteDoubles("classWeights", [.. settings.ClassWeights]);
        SavedAugmentation.Write(json, "augmentation", settings.Augmentation);
        MetricText.Write(json, "metrics", settings.Metrics);
        json.WriteEndObject();
    }

    /// <exception cref="InvalidDataException">Something is missing, or not what it must be.</exception>
    public static TrainerSettings Read(JsonFields fields) => new()
    {
        Optimizer = OptimizerText.Read(fields.Object("optimizer")),
        BatchSize = fields.Count("batchSize"),
        Threads = fields.Count("threads"),
        Shuffle = fields.Truth("shuffle"),
        DropLast = fields.Truth("dropLast"),
        Seed = fields.Unsigned("seed"),
        Schedule = ScheduleText.Read(fields.ObjectOrNull("schedule")),
        Clipping = ReadClipping(fields.ObjectOrNull("clipping")),
        AccumulationSteps = fields.Count("accumulationSteps"),
        RegularizationFactor = fields.Single("regularizationFactor"),
        DropoutFactor = fields.Single("dropoutFactor"),
        EarlyStopping = ReadEarlyStopping(fields.ObjectOrNull("earlyStopping")),
        ClassWeights = [.. fields.Doubles("classWeights").Select(weight => (float)weight)],
        Augmentation = [.. fields.Objects("augmentation").Select(SavedAugmentation.Read)],
        Metrics = [.. fields.Objects("metrics").Select(MetricText.Read)],
    };

    private static void Write(Utf8JsonWriter json, string name, GradientClipping? clipping)
    {
        if (clipping is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("kind", clipping.GetType().Name);
        json.WriteNumber("max", clipping switch
        {
            ByNorm norm => norm.Max,
            ByValue value => value.Max,
            _ => throw Unsaved.Because("clipping", clipping),
        });
        json.WriteEndObject();
    }

    private static GradientClipping? ReadClipping(JsonFields? clipping) => clipping is not { } fields ? null : fields.Kind switch
    {
        nameof(ByNorm) => new ByNorm(fields.Single("max")),
        nameof(ByValue) => new ByValue(fields.Single("max")),
        _ => throw fields.Wrong("kind", "ByNorm or ByValue"),
    };

    private static void Write(Utf8JsonWriter json, string name, EarlyStopping? stopping)
    {
        if (stopping is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("patience", stopping.Patience);
        json.WriteNumber("minimumImprovement", stopping.MinimumImprovement);
        if (stopping.Metric is { } metric)
        {
            json.WritePropertyName("metric");
            MetricText.Write(json, metric);
        }

        json.WriteEndObject();
    }

    private static EarlyStopping? ReadEarlyStopping(JsonFields? stopping) => stopping is not { } fields
        ? null
        : new EarlyStopping(fields.Count("patience"), fields.ObjectOrNull("metric") is { } metric ? MetricText.Read(metric) : null)
        {
            MinimumImprovement = fields.Double("minimumImprovement"),
        };
}
