using System.Text.Json;
using Layerwright.Testing.Interpretation;

namespace Layerwright.Tests.Oracles;

/// <summary>Three steps of one optimizer on one batch, as PyTorch took them.</summary>
/// <param name="Name">The case's own name for it: <c>sgd_wd</c>.</param>
/// <param name="Settings">PyTorch's arguments; it decays every parameter.</param>
/// <param name="Losses">Before steps 1 to 3, and after step 3.</param>
/// <param name="Parameters">After each step.</param>
/// <param name="Unstable">Parameters whose true gradient is 0: Adam turns rounding noise into steps of the whole rate.</param>
internal sealed record OracleOptimizer(
    string Name,
    OptimizerSpec Settings,
    double[] Losses,
    IReadOnlyDictionary<string, OracleTensor>[] Parameters,
    IReadOnlySet<string> Unstable)
{
    /// <summary>The same settings for the library.</summary>
    public Optimizer Create() => OracleSettings.Create(Settings);

    /// <summary>
    /// The optimizer that takes the same steps where loss and gradients are a factor larger: Sgd's rate is divided, Adam's ε multiplied.
    /// </summary>
    public OracleOptimizer WithLossTimes(double factor) => this with
    {
        Losses = [.. Losses.Select(loss => factor * loss)],
        Settings = Settings.Kind == OptimizerKind.Sgd
            ? Settings with { LearningRate = Settings.LearningRate / factor, WeightDecay = Settings.WeightDecay * factor }
            : Settings with { Epsilon = Settings.Epsilon * factor },
    };

    public static OracleOptimizer Parse(JsonProperty property)
    {
        var body = property.Value;
        return new OracleOptimizer(
            property.Name,
            OracleSettings.Parse(body) with { DecayAll = true },
            [.. body.GetProperty("losses").EnumerateArray().Select(loss => loss.GetDouble())],
            [.. body.GetProperty("params_after").EnumerateArray().Select(OracleTensor.ParseAll)],
            body.GetProperty("unstable_params").EnumerateObject().Select(unstable => OracleCase.Key(unstable.Name)).ToHashSet(StringComparer.Ordinal));
    }
}
