using System.Text.Json;

namespace Layerwright;

/// <summary>Optimizers' settings in checkpoints.</summary>
internal static class OptimizerText
{
    public static void Write(Utf8JsonWriter json, string name, Optimizer optimizer)
    {
        json.WriteStartObject(name);
        json.WriteString("kind", optimizer.GetType().Name);
        json.WriteNumber("learningRate", optimizer.LearningRate);
        json.WriteNumber("weightDecay", optimizer.WeightDecay);
        json.WriteBoolean("decayAll", optimizer.DecayAll);
        switch (optimizer)
        {
            case Sgd sgd:
                json.WriteNumber("momentum", sgd.Momentum);
                json.WriteBoolean("nesterov", sgd.Nesterov);
                break;
            case Adam adam:
                WriteAdam(json, adam.Beta1, adam.Beta2, adam.Epsilon);
                break;
            case AdamW adam:
                WriteAdam(json, adam.Beta1, adam.Beta2, adam.Epsilon);
                break;
            case RmsProp rms:
                json.WriteNumber("alpha", rms.Alpha);
                json.WriteNumber("epsilon", rms.Epsilon);
                json.WriteNumber("momentum", rms.Momentum);
                break;
            case AdaGrad adaGrad:
                json.WriteNumber("epsilon", adaGrad.Epsilon);
                break;
            default:
                throw Unsaved.Because("optimizer", optimizer);
        }

        json.WriteEndObject();
    }

    /// <exception cref="InvalidDataException">It is none that is known.</exception>
    public static Optimizer Read(JsonFields fields)
    {
        Optimizer optimizer = fields.Kind switch
        {
            nameof(Sgd) => new Sgd { Momentum = fields.Single("momentum"), Nesterov = fields.Truth("nesterov") },
            nameof(Adam) => new Adam { Beta1 = fields.Single("beta1"), Beta2 = fields.Single("beta2"), Epsilon = fields.Single("epsilon") },
            nameof(AdamW) => new AdamW { Beta1 = fields.Single("beta1"), Beta2 = fields.Single("beta2"), Epsilon = fields.Single("epsilon") },
            nameof(RmsProp) => new RmsProp { Alpha = fields.Single("alpha"), Epsilon = fields.Single("epsilon"), Momentum = fields.Single("momentum") },
            nameof(AdaGrad) => new AdaGrad { Epsilon = fields.Single("epsilon") },
            _ => throw fields.Wrong("kind", "an optimizer: Sgd, Adam, AdamW, RmsProp or AdaGrad"),
        };
        return optimizer with
        {
            LearningRate = fields.Single("learningRate"), WeightDecay = fields.Single("weightDecay"), DecayAll = fields.Truth("decayAll"),
        };
    }

    private static void WriteAdam(Utf8JsonWriter json, float beta1, float beta2, float epsilon)
    {
        json.WriteNumber("beta1", beta1);
        json.WriteNumber("beta2", beta2);
        json.WriteNumber("epsilon", epsilon);
    }
}
