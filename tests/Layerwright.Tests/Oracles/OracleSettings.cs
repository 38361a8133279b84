using System.Text.Json;
using Layerwright.Testing.Interpretation;

namespace Layerwright.Tests.Oracles;

/// <summary>An optimizer's settings out of a case: PyTorch's class and arguments.</summary>
internal static class OracleSettings
{
    /// <param name="optimizer">{"name", "args"}.</param>
    public static OptimizerSpec Parse(JsonElement optimizer)
    {
        var arguments = optimizer.GetProperty("args");
        double Argument(string name) => arguments.TryGetProperty(name, out var value) ? value.GetDouble() : 0;
        return new OptimizerSpec(KindOf(optimizer.GetProperty("name").GetString()!), Argument("lr"))
        {
            Momentum = Argument("momentum"),
            Nesterov = arguments.TryGetProperty("nesterov", out var nesterov) && nesterov.GetBoolean(),
            WeightDecay = Argument("weight_decay"),
        };
    }

    /// <summary>The same settings for the library; what a case leaves out has PyTorch's defaults on both sides.</summary>
    public static Optimizer Create(OptimizerSpec settings)
    {
        float rate = (float)settings.LearningRate, epsilon = (float)settings.Epsilon;
        Optimizer optimizer = settings.Kind switch
        {
            OptimizerKind.Sgd => new Sgd(rate) { Momentum = (float)settings.Momentum, Nesterov = settings.Nesterov },
            OptimizerKind.Adam => new Adam(rate) { Epsilon = epsilon },
            OptimizerKind.AdamW => new AdamW(rate) { Epsilon = epsilon },
            OptimizerKind.RmsProp => new RmsProp(rate) { Momentum = (float)settings.Momentum, Epsilon = epsilon },
            OptimizerKind.AdaGrad => new AdaGrad(rate) { Epsilon = epsilon },
            _ => throw new NotSupportedException(settings.ToString()),
        };
        return optimizer with { WeightDecay = (float)settings.WeightDecay, DecayAll = settings.DecayAll };
    }

    private static OptimizerKind KindOf(string name) => name switch
    {
        "SGD" => OptimizerKind.Sgd,
        "Adam" => OptimizerKind.Adam,
        "AdamW" => OptimizerKind.AdamW,
        "RMSprop" => OptimizerKind.RmsProp,
        "Adagrad" => OptimizerKind.AdaGrad,
        _ => throw new NotSupportedException(name),
    };
}
