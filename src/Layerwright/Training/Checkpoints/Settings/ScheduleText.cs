using System.Text.Json;

namespace Layerwright;

/// <summary>Schedules' settings in checkpoints.</summary>
internal static class ScheduleText
{
    /// <exception cref="NotSupportedException">It is the user's own.</exception>
    public static void Write(Utf8JsonWriter json, string name, Schedule? schedule)
    {
        if (schedule is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("kind", schedule.GetType().Name);
        switch (schedule)
        {
            case StepDecay step:
                json.WriteNumber("everyEpochs", step.EveryEpochs);
                json.WriteNumber("gamma", step.Gamma);
                break;
            case ExponentialDecay exponential:
                json.WriteNumber("gamma", exponential.Gamma);
                break;
            case CosineDecay cosine:
                WriteEpochs(json, cosine.Epochs);
                json.WriteNumber("minimumFactor", cosine.MinimumFactor);
                break;
            case OneCycle cycle:
                Write(json, cycle);
                break;
            case ReduceOnPlateau plateau:
                Write(json, plateau);
                break;
            case Warmup warmup:
                json.WriteNumber("steps", warmup.Steps);
                Write(json, "then", warmup.Then);
                break;
            default:
                throw Unsaved.Because("schedule", schedule);
        }

        json.WriteEndObject();
    }

    /// <exception cref="InvalidDataException">It is none that is known.</exception>
    public static Schedule? Read(JsonFields? schedule) => schedule is not { } fields ? null : fields.Kind switch
    {
        nameof(StepDecay) => new StepDecay(fields.Count("everyEpochs"), fields.Single("gamma")),
        nameof(ExponentialDecay) => new ExponentialDecay(fields.Single("gamma")),
        nameof(CosineDecay) => new CosineDecay { Epochs = fields.CountOrNull("epochs"), MinimumFactor = fields.Single("minimumFactor") },
        nameof(OneCycle) => new OneCycle
        {
            Epochs = fields.CountOrNull("epochs"),
            RisingShare = fields.Single("risingShare"),
            DivFactor = fields.Single("divFactor"),
            FinalDivFactor = fields.Single("finalDivFactor"),
            CycleMomentum = fields.Truth("cycleMomentum"),
            BaseMomentum = fields.Single("baseMomentum"),
            MaxMomentum = fields.Single("maxMomentum"),
        },
        nameof(ReduceOnPlateau) => new ReduceOnPlateau
        {
            ReductionFactor = fields.Single("reductionFactor"),
            Patience = fields.Count("patience"),
            Threshold = fields.Single("threshold"),
            Cooldown = fields.Count("cooldown"),
            MinimumRate = fields.Single("minimumRate"),
            Epsilon = fields.Single("epsilon"),
        },
        nameof(Warmup) => new Warmup(fields.Count("steps"), Read(fields.ObjectOrNull("then"))),
        _ => throw fields.Wrong("kind", "a schedule: StepDecay, ExponentialDecay, CosineDecay, OneCycle, ReduceOnPlateau or Warmup"),
    };

    private static void Write(Utf8JsonWriter json, OneCycle cycle)
    {
        WriteEpochs(json, cycle.Epochs);
        json.WriteNumber("risingShare", cycle.RisingShare);
        json.WriteNumber("divFactor", cycle.DivFactor);
        json.WriteNumber("finalDivFactor", cycle.FinalDivFactor);
        json.WriteBoolean("cycleMomentum", cycle.CycleMomentum);
        json.WriteNumber("baseMomentum", cycle.BaseMomentum);
        json.WriteNumber("maxMomentum", cycle.MaxMomentum);
    }

    private static void Write(Utf8JsonWriter json, ReduceOnPlateau plateau)
    {
        json.WriteNumber("reductionFactor", plateau.ReductionFactor);
        json.WriteNumber("patience", plateau.Patience);
        json.WriteNumber("threshold", plateau.Threshold);
        json.WriteNumber("cooldown", plateau.Cooldown);
        json.WriteNumber("minimumRate", plateau.MinimumRate);
        json.WriteNumber("epsilon", plateau.Epsilon);
    }

    private static void WriteEpochs(Utf8JsonWriter json, int? epochs)
    {
        if (epochs is { } number)
        {
            json.WriteNumber("epochs", number);
        }
    }
}
