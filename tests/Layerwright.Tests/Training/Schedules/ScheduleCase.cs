using System.Text.Json;

namespace Layerwright.Tests.Training.Schedules;

/// <summary>A schedule's rates and momenta as PyTorch gave them, one for each step.</summary>
/// <param name="Rate">The optimizer's rate; of a cycle the peak.</param>
/// <param name="StepsPerEpoch">Steps of one epoch.</param>
/// <param name="Rates">The rate of each step of the fit.</param>
/// <param name="Momenta">The momentum of each step; null where it is the optimizer's.</param>
/// <param name="Losses">The loss of each epoch, for schedules that look at it.</param>
internal sealed record ScheduleCase(float Rate, int StepsPerEpoch, double[] Rates, double[]? Momenta, double[]? Losses)
{
    private static readonly Lazy<Dictionary<string, ScheduleCase>> s_all = new(Read);

    public static IReadOnlyDictionary<string, ScheduleCase> All => s_all.Value;

    private static Dictionary<string, ScheduleCase> Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Oracles", "Training", "schedules.json")));
        return document.RootElement.EnumerateArray().ToDictionary(
            element => element.GetProperty("name").GetString()!,
            element => new ScheduleCase(
                element.GetProperty("rate").GetSingle(),
                element.GetProperty("per_epoch").GetInt32(),
                Numbers(element, "rates")!,
                Numbers(element, "momenta"),
                Numbers(element, "losses")));
    }

    private static double[]? Numbers(JsonElement element, string name) =>
        element.TryGetProperty(name, out var values) && values.ValueKind == JsonValueKind.Array
            ? [.. values.EnumerateArray().Select(value => value.GetDouble())]
            : null;
}
