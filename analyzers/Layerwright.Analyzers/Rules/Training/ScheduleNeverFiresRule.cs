using Layerwright.Analyzers.Calls;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Training;

/// <summary>LW5008: a schedule whose change lies behind the last epoch.</summary>
internal sealed class ScheduleNeverFiresRule : CallRule
{
    public const string Id = "LW5008";

    private const string Schedule = nameof(Schedule), Then = nameof(Then), Steps = nameof(Steps), EveryEpochs = nameof(EveryEpochs);

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Schedule beyond the last epoch",
        "{0} of {1} is {2}, but the fit ends after {3} {4}: {5}; use less than {3}",
        Categories.Training,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A step decay whose first step lies at or behind the fit's end leaves the rate constant; a warm-up as long as the fit never reaches the rate.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<CallFinding> Find(CallBody body, RuleOptions options) =>
        from training in body.Trainings
        where training.Trainer is not null
        from schedule in Chain(body, training.Trainer![Schedule])
        from finding in Judge(body, training, schedule)
        select finding;

    /// <summary>The schedule, and what follows a warm-up.</summary>
    private static IEnumerable<ObjectValue> Chain(CallBody body, Setting? setting)
    {
        while (setting is not null && body.Object(setting.Value) is { } schedule)
        {
            yield return schedule;
            setting = schedule[Then];
        }
    }

    private static IEnumerable<CallFinding> Judge(CallBody body, TrainingSite training, ObjectValue schedule) => schedule.Type.Name switch
    {
        "StepDecay" => Beyond(body, schedule, EveryEpochs, Fits.MostEpochs(body, training), "epochs", "its rate never falls"),
        "Warmup" => Beyond(body, schedule, Steps, Fits.MostUpdates(body, training), "steps", "the rate never reaches its full height"),
        _ => [],
    };

    private static IEnumerable<CallFinding> Beyond(CallBody body, ObjectValue schedule, string name, double? end, string unit, string consequence)
    {
        if (schedule[name] is { } boundary && body.Number(boundary.Value) is { } place && place >= end)
        {
            yield return CallFinding.On(
                boundary.Syntax, name, schedule.Type.Name, LayerIssues.Text((long)place), LayerIssues.Text((long)end.Value), unit, consequence);
        }
    }
}
