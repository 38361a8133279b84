using Layerwright.Analyzers.Calls;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Layerwright.Analyzers.Rules.Training;

/// <summary>LW5002: a constant that the run time refuses.</summary>
internal sealed class BadHyperparameterRule : CallRule
{
    public const string Id = "LW5002";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Hyper-parameter outside its domain",
        "{0} of {1} is {2}; it must be {3}{4}",
        Categories.Training,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "With momentum or β of 1 or more the moving average never forgets and grows without bound, an ε of 0 divides by zero, and there "
            + "is no batch or fit of nothing: the call throws ArgumentOutOfRangeException.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<CallFinding> Find(CallBody body, RuleOptions options) => OfObjects(body).Concat(OfCalls(body)).Concat(OfSteps(body));

    private static IEnumerable<CallFinding> OfObjects(CallBody body) =>
        from made in new[] { Optimizers.Optimizer, TrainingReader.Trainer, TrainingReader.TrainingStep, "Predictor", "Schedule" }.SelectMany(body.Objects)
        from setting in made.Own
        let domain = HyperparameterDomain.OfSetting(made.Type, setting.Name)
        where domain is not null
        from finding in Judge(body, domain, made.Type.Name, setting)
        select finding;

    private static IEnumerable<CallFinding> OfCalls(CallBody body) =>
        from call in body.Operations.OfType<IInvocationOperation>()
        let domain = HyperparameterDomain.OfArgument(call)
        where domain is not null && CallBody.Argument(call, domain.Name) is not null
        let argument = CallBody.Argument(call, domain.Name)!
        from finding in Judge(body, domain, call.TargetMethod.Name, new Setting(domain.Name, argument.Value, argument.Syntax))
        select finding;

    /// <summary>A training step's settings may be changed after it is made.</summary>
    private static IEnumerable<CallFinding> OfSteps(CallBody body) =>
        from assignment in body.Operations.OfType<ISimpleAssignmentOperation>()
        where assignment is { Target: IPropertyReferenceOperation, Parent: not IObjectOrCollectionInitializerOperation }
        let property = ((IPropertyReferenceOperation)assignment.Target).Property
        let domain = HyperparameterDomain.OfSetting(property.ContainingType, property.Name)
        where domain is not null
        from finding in Judge(body, domain, property.ContainingType.Name, new Setting(property.Name, assignment.Value, assignment.Syntax))
        select finding;

    private static IEnumerable<CallFinding> Judge(CallBody body, HyperparameterDomain domain, string owner, Setting setting)
    {
        if (body.Number(setting.Value) is { } value && !domain.Holds(value))
        {
            string hint = domain.Default is null ? "" : $"; the default is {domain.DefaultText}";
            yield return CallFinding.On(setting.Syntax, setting.Name, owner, LayerIssues.Text(value), domain.Text, hint)
                .With(DiagnosticProperties.Suggestion, domain.Default);
        }
    }
}
