using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Layerwright.Analyzers.Calls;

/// <summary>Methods of the project that make a trainer and fit with it, as far as their text tells.</summary>
internal static class FittingMethods
{
    private static readonly HashSet<string>
        _trainers = [TrainingReader.Trainer, TrainingReader.TrainingStep, "Create" + TrainingReader.TrainingStep],
        _runs = [TrainingReader.Fit, TrainingReader.Step];

    /// <summary>True for a call of one within two loops or more: what searches do.</summary>
    public static bool IsRepeated(IInvocationOperation call) =>
        !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty
        && call.Ancestors().OfType<ILoopOperation>().Skip(1).Any()
        && IsCalled(call);

    /// <summary>True for a call of one.</summary>
    public static bool IsCalled(IInvocationOperation call) => call.TargetMethod.DeclaringSyntaxReferences.Any(reference =>
    {
        var names = reference.GetSyntax().DescendantNodes().OfType<SimpleNameSyntax>().ToList();
        return names.Exists(name => _trainers.Contains(name.Identifier.ValueText))
            && names.Exists(name => _runs.Contains(name.Identifier.ValueText) && name.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax });
    });
}
