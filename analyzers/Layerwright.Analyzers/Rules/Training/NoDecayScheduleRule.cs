using Layerwright.Analyzers.Calls;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Layerwright.Analyzers.Rules.Training;

/// <summary>LW5007: SGD that keeps its rate to the end.</summary>
internal sealed class NoDecayScheduleRule : CallRule
{
    public const string Id = "LW5007";

    private const string Schedule = nameof(Schedule);

    private static readonly RuleOption _mostEpochs = new("maximum_epochs", 10, 1, 1e6, "The most epochs at a constant rate for which nothing is said.");

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "SGD at a constant rate",
        "Sgd trains {0} for {1} epochs at a constant rate: it ends in circles around a minimum that a falling rate would reach; add Schedule = new CosineDecay()",
        Categories.Training,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The noise of SGD's steps is proportional to the rate: with a constant one the weights never settle. Decaying it over the "
            + "fit is worth more than any other change of settings (CS231n; Loshchilov and Hutter 2017).",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IReadOnlyList<RuleOption> Options => [_mostEpochs];

    public override IEnumerable<CallFinding> Find(CallBody body, RuleOptions options)
    {
        foreach (var training in body.Trainings)
        {
            if (training.Trainer is not { Site: IObjectCreationOperation creation } trainer
                || Optimizers.TypeOf(body, training)?.Name != Optimizers.Sgd
                || training.Runs.Max(run => Fits.Epochs(body, run)) is not { } epochs
                || !(epochs > options[_mostEpochs]))
            {
                continue;
            }

            string[] values = [training.NetworkType.Name, LayerIssues.Text((long)epochs)];
            if (trainer.HasDefault(Schedule))
            {
                yield return CallFinding.On(creation, values).With(DiagnosticProperties.Argument, Schedule);
            }
            else if (trainer[Schedule] is { } written && body.IsNull(written.Value))
            {
                yield return CallFinding.On(written.Syntax, values);
            }
        }
    }
}
