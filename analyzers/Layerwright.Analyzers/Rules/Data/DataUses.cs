using Layerwright.Analyzers.Calls;
using Layerwright.CodeModel.Declarations.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Layerwright.Analyzers.Rules.Data;

/// <summary>One data set in one call that trains or measures.</summary>
/// <param name="Argument">The argument that gives it.</param>
/// <param name="Origin">Its rows.</param>
/// <param name="IsValidation">Looked at to choose between epochs or settings, and not at the end.</param>
internal sealed record DataUse(IArgumentOperation Argument, DataOrigin Origin, bool IsValidation);

/// <summary>What a body of code does with its data sets, as far as it shows their rows.</summary>
/// <param name="Training">Data sets that are trained on.</param>
/// <param name="Unseen">Data sets that are validated or tested on and not trained on: measuring training rows too is no fault.</param>
internal sealed record DataUses(IReadOnlyList<DataUse> Training, IReadOnlyList<DataUse> Unseen)
{
    private const string Evaluate = nameof(Evaluate);

    /// <summary>Looked at to choose.</summary>
    public IEnumerable<DataUse> Validated => Unseen.Where(use => use.IsValidation);

    /// <summary>Looked at to judge the result.</summary>
    public IEnumerable<DataUse> Tested => Unseen.Where(use => !use.IsValidation);

    public static DataUses Of(CallBody body)
    {
        var fits = body.Calls(TrainingReader.Trainer, TrainingReader.Fit).ToList();
        var training = fits.SelectMany(fit => Use(body, fit, "training", isValidation: false)).ToList();
        var measured = fits.SelectMany(fit => Use(body, fit, "validation", isValidation: true))
            .Concat(body.Calls(TrainingReader.Trainer, Evaluate).SelectMany(call => Use(body, call, "data", IsInSearch(call, body))))
            .Where(use => !training.Exists(trained => trained.Origin.Contains(use.Origin)));
        return new DataUses(training, measured.OrderBy(use => use.Argument.Syntax.SpanStart).ToList());
    }

    private static IEnumerable<DataUse> Use(CallBody body, IInvocationOperation call, string parameter, bool isValidation) =>
        CallBody.Argument(call, parameter) is { } argument && body.Origin(argument.Value) is { } origin ? [new DataUse(argument, origin, isValidation)] : [];

    /// <summary>
    /// Inside a loop that makes its trainers, or the objective of a search: it tries settings, and what it measures chooses between them.
    /// </summary>
    private static bool IsInSearch(IInvocationOperation evaluate, CallBody body) =>
        body.Object(evaluate.Instance) is { } trainer && Searches(evaluate).Intersect(Searches(trainer.Site)).Any();

    private static IEnumerable<IOperation> Searches(IOperation operation) =>
        operation.Ancestors().Where(outer => outer is ILoopOperation || (outer is IInvocationOperation call && IsSearch(call.TargetMethod.ContainingType)));

    private static bool IsSearch(ITypeSymbol type) => LibraryTypes.Is(type, "RandomSearch") || LibraryTypes.Is(type, "CrossValidation");
}
