using Layerwright.Analyzers.Calls;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Layerwright.Analyzers.Rules.Training;

/// <summary>LW5010: weights that know something, trained at the rate for fresh ones.</summary>
internal sealed class FineTuneRateRule : CallRule
{
    public const string Id = "LW5010";

    private const double Share = 0.1;

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Fine-tuning at the default rate",
        "The weights of {0} come from {1}, but {2} trains them at its default rate of {3}, which is made for fresh ones and may wipe out what they know; use {4}",
        Categories.Training,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Trained weights need small steps: CS231n advises a tenth of the rate that the network was first trained with.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<CallFinding> Find(CallBody body, RuleOptions options)
    {
        foreach (var training in body.Trainings)
        {
            if (training is { Network: { } network, Runs.Count: > 0, OptimizerObject: { } optimizer }
                && Optimizers.DefaultRate(optimizer.Type) is { } rate
                && IsAtDefault(body, optimizer, rate)
                && PretrainedWeights.Source(body, network, training.Runs) is { } source)
            {
                string[] values = [training.NetworkType.Name, source, optimizer.Type.Name, LayerIssues.Text(rate), LayerIssues.Text(rate * Share)];
                var finding = optimizer[Optimizers.LearningRate] is { } written
                    ? CallFinding.On(written.Syntax, values)
                    : CallFinding.On(Creation(optimizer), values).With(DiagnosticProperties.Argument, Optimizers.LearningRate);
                yield return finding.With(DiagnosticProperties.Suggestion, Optimizers.Literal(rate * Share));
            }
        }
    }

    private static bool IsAtDefault(CallBody body, ObjectValue optimizer, double rate) =>
        optimizer.HasDefault(Optimizers.LearningRate)
        || (optimizer[Optimizers.LearningRate] is { } written && body.Number(written.Value) is { } number && (float)number == (float)rate);

    private static IObjectCreationOperation Creation(ObjectValue made) =>
        made.Site as IObjectCreationOperation ?? Creation(made.Origin!);
}
