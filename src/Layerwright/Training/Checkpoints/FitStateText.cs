using System.Text;
using System.Text.Json;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>A fit's state as JSON, in a checkpoint's metadata.</summary>
internal static class FitStateText
{
    /// <summary>One more with each change after which older files cannot be read.</summary>
    private const int Version = 1;

    /// <exception cref="NotSupportedException">A schedule or metric is the user's own.</exception>
    public static string Write(FitState state)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteString("network", state.Network);
            TrainerSettingsText.Write(json, "trainer", state.Settings);
            json.WriteNumber("trainingRows", state.TrainingRows);
            if (state.ValidationRows is { } rows)
            {
                json.WriteNumber("validationRows", rows);
            }

            json.WriteNumber("epochs", state.Epochs);
            json.WriteNumber("epochsBefore", state.EpochsBefore);
            json.WriteNumber("step", state.Step);
            json.WriteDouble("loss", state.Loss);
            Write(json, "epoch", state.Place);
            if (state.EndedBy is { } reason)
            {
                json.WriteString("endedBy", reason);
            }

            if (state.TrainsAside)
            {
                json.WriteBoolean("trainsAside", true);
            }

            Write(json, "history", state.History);
            json.WriteStartObject("bestEpoch");
            json.WriteDouble("value", state.Best.Value);
            json.WriteNumber("epochsWithout", state.Best.EpochsWithout);
            json.WriteEndObject();
            if (state.Plateau is { } plateau)
            {
                Write(json, "plateau", plateau);
            }

            Write(json, "trainingStep", state.TrainingStep);
            json.WriteStartObject("learningRateMultipliers");
            foreach ((string layer, float rate) in state.LayerRates)
            {
                json.WriteNumber(layer, rate);
            }

            json.WriteEndObject();
            json.WriteStartArray("files");
            foreach (string file in state.Files)
            {
                json.WriteStringValue(file);
            }

            json.WriteEndArray();
            SavedObserver.Write(json, "observers", state.Observers);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    /// <exception cref="InvalidDataException">It is no such text; the message names the field, what was expected and what was found.</exception>
    public static FitState Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new() { AllowDuplicateProperties = false });
            return Read(new JsonFields(document.RootElement, "checkpoint"));
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"checkpoint: expected JSON: {exception.Message}", exception);
        }
        catch (ArgumentException exception)
        {
            // A setting out of its range: settings check themselves.
            throw new InvalidDataException($"checkpoint: {exception.Message}", exception);
        }
    }

    private static FitState Read(JsonFields fields)
    {
        if (fields.Count("version") != Version)
        {
            throw fields.Wrong("version", $"{Version}, the one that this version of Layerwright writes");
        }

        int epochs = fields.Count("epochs");
        JsonFields best = fields.Object("bestEpoch"), rates = fields.Object("learningRateMultipliers");
        var state = new FitState
        {
            Network = fields.Text("network"),
            Settings = TrainerSettingsText.Read(fields.Object("trainer")),
            TrainingRows = fields.Count("trainingRows"),
            ValidationRows = fields.CountOrNull("validationRows"),
            Epochs = epochs,
            EpochsBefore = fields.Count("epochsBefore"),
            Step = fields.LongCount("step"),
            Loss = fields.Double("loss"),
            Place = ReadPlace(fields.Object("epoch")),
            EndedBy = fields.Has("endedBy") ? fields.Text("endedBy") is { Length: > 0 } reason ? reason : throw fields.Wrong("endedBy", "a reason") : null,
            TrainsAside = fields.Has("trainsAside") && fields.Truth("trainsAside"),
            History = ReadHistory(fields.Object("history"), epochs),
            Best = new BestEpochState(best.Double("value"), best.Count("epochsWithout")),
            Plateau = fields.ObjectOrNull("plateau") is { } plateau ? ReadPlateau(plateau) : null,
            TrainingStep = ReadStep(fields.Object("trainingStep")),
            LayerRates = rates.Names().ToDictionary(layer => layer, rates.Single, StringComparer.Ordinal),
            Files = [.. fields.Texts("files").Where(file => file == Path.GetFileName(file))],
            Observers = fields.Has("observers") ? SavedObserver.Read(fields, "observers") : [],
        };
        int metrics = state.ValidationRows is null ? 0 : state.Settings.MeasuredMetrics.Count;
        return state.History.Metrics.Length == metrics
            ? state
            : throw new InvalidDataException($"checkpoint.history.metrics: expected {metrics}, one for each metric, found {state.History.Metrics.Length}");
    }

    private static void Write(Utf8JsonWriter json, string name, EpochPlace place)
    {
        json.WriteStartObject(name);
        json.WriteNumber("batches", place.Batches);
        json.WriteDouble("lossSum", place.Loss.Sum);
        json.WriteDouble("lossDivisor", place.Loss.Divisor);
        json.WriteNumber("rows", place.Rows);
        json.WriteDouble("seconds", place.Seconds);
        json.WriteEndObject();
    }

    private static EpochPlace ReadPlace(JsonFields fields) => new(
        fields.Count("batches"),
        new LossSum(fields.Double("lossSum"), fields.Double("lossDivisor")),
        fields.LongCount("rows"),
        fields.Double("seconds"));

    private static void Write(Utf8JsonWriter json, string name, HistoryState history)
    {
        json.WriteStartObject(name);
        json.WriteDoubles("trainingLoss", history.TrainingLoss);
        json.WriteDoubles("samplesPerSecond", history.SamplesPerSecond);
        json.WriteDoubles("validationLoss", history.ValidationLoss);
        json.WriteStartArray("metrics");
        foreach (double[] values in history.Metrics)
        {
            json.WriteStartObject();
            json.WriteDoubles("values", values);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("bestEpoch", history.BestEpoch);
        json.WriteEndObject();
    }

    private static HistoryState ReadHistory(JsonFields fields, int mostEpochs)
    {
        double[] losses = fields.Doubles("trainingLoss");
        if (losses.Length > mostEpochs)
        {
            throw fields.Wrong("trainingLoss", $"at most {mostEpochs} numbers, one an epoch");
        }

        double[] validation = fields.Doubles("validationLoss");
        double[] Checked(JsonFields place, string name) => place.Doubles(name) is var values && values.Length == losses.Length
            ? values
            : throw place.Wrong(name, $"{losses.Length} numbers, one an epoch");
        int best = fields.Count("bestEpoch");
        return new(
            losses,
            Checked(fields, "samplesPerSecond"),
            validation.Length == 0 ? validation : Checked(fields, "validationLoss"),
            [.. fields.Objects("metrics").Select(metric => Checked(metric, "values"))],
            best <= losses.Length ? best : throw fields.Wrong("bestEpoch", $"at most {losses.Length}"));
    }

    private static void Write(Utf8JsonWriter json, string name, PlateauState plateau)
    {
        json.WriteStartObject(name);
        json.WriteDouble("best", plateau.Best);
        json.WriteNumber("epochsWithout", plateau.EpochsWithout);
        json.WriteNumber("cooldownLeft", plateau.CooldownLeft);
        json.WriteDouble("factor", plateau.Factor);
        json.WriteEndObject();
    }

    private static PlateauState ReadPlateau(JsonFields fields) =>
        new(fields.Double("best"), fields.Count("epochsWithout"), fields.Count("cooldownLeft"), fields.Double("factor"));

    private static void Write(Utf8JsonWriter json, string name, StepState step)
    {
        json.WriteStartObject(name);
        json.WriteNumber("maxBatchSize", step.MaxBatchSize);
        json.WriteNumber("forwardPasses", step.ForwardPasses);
        json.WriteNumber("updates", step.Updates);
        json.WriteNumber("moments", step.Moments);
        json.WriteEndObject();
    }

    private static StepState ReadStep(JsonFields fields)
    {
        int moments = fields.Count("moments");
        return new(
            fields.Count("maxBatchSize"),
            fields.LongCount("forwardPasses"),
            fields.LongCount("updates"),
            moments <= 2 ? moments : throw fields.Wrong("moments", "0, 1 or 2"));
    }
}
