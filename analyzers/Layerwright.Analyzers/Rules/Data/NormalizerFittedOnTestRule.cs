using Layerwright.Analyzers.Calls;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Layerwright.Analyzers.Rules.Data;

/// <summary>LW6002: a normaliser that has seen rows which the network is validated or tested on.</summary>
internal sealed class NormalizerFittedOnTestRule : CallRule
{
    public const string Id = "LW6002";

    private const string TrainingSet = nameof(TrainingSet);

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Normaliser fitted on test data",
        "The normaliser is fitted on {0}, but the network is {1} on {2}, whose rows are among these{3}",
        Categories.Data,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Mean and deviation are parameters like the weights: fitted on rows that are kept to judge the network by, they tell it about "
            + "them. The result is better than what new data will give, and nothing at run time shows it.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<CallFinding> Find(CallBody body, RuleOptions options)
    {
        var uses = DataUses.Of(body);
        foreach (var fit in body.Operations.OfType<IInvocationOperation>().Where(IsNormalizerFit))
        {
            if (CallBody.Argument(fit, "data") is not { } fitted || body.Origin(fitted.Value) is not { } origin)
            {
                continue;
            }

            var leaks = uses.Unseen.Where(use => origin.Contains(use.Origin)).ToList();
            if (leaks.Count > 0)
            {
                string? instead = uses.Training
                    .Select(use => DataText.At(use.Argument, fit.Syntax, mustBeTrainingSet: true))
                    .FirstOrDefault(text => text is not null);
                var finding = CallFinding.On(
                    fitted.Value.Syntax,
                    DataText.Of(fitted),
                    leaks[0].IsValidation ? "validated" : "tested",
                    DataText.Of(leaks[0].Argument),
                    instead is null ? "" : $"; fit it on {instead}");
                yield return finding.With(DiagnosticProperties.Suggestion, instead) with
                {
                    Others = [.. leaks.Select(use => use.Argument.Syntax.GetLocation())],
                };
            }
        }
    }

    private static bool IsNormalizerFit(IInvocationOperation call) =>
        call.TargetMethod is { IsStatic: true, Parameters.Length: > 0 } method
        && method.Name.StartsWith("Fit", StringComparison.Ordinal)
        && LibraryTypes.Is(method.ContainingType, DataOrigins.Normalizer)
        && LibraryTypes.Is(method.Parameters[0].Type, TrainingSet);
}
