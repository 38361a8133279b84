using Layerwright.Analyzers.Calls;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Layerwright.Analyzers.Rules.Data;

/// <summary>LW6005: nested loops over lists of rates, decays and the like, with a fit inside.</summary>
internal sealed class GridSearchRule : CallRule
{
    public const string Id = "LW6005";

    private static readonly RuleOption _minimumLists = new("minimum_lists", 2, 2, 10, "How many nested lists of continuous hyper-parameters are a grid.");

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Grid search",
        "{0} fits try no more than {1}; use RandomSearch, with rates and decays as LogUniform: {0} trials try {0} values of each",
        Categories.Data,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Of several hyper-parameters a few matter, and which is not known before. A grid repeats the values of the ones that matter for "
            + "every value of those that do not; random draws give a new value of each in every fit, at the same cost.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override bool IsContested => true;

    public override IReadOnlyList<RuleOption> Options => [_minimumLists];

    public override IEnumerable<CallFinding> Find(CallBody body, RuleOptions options)
    {
        var nests = Fits(body)
            .Select(fit => (Fit: fit, Loops: GridLoop.Around(fit, body)))
            .Where(nest => nest.Loops.Count >= options[_minimumLists] && IsTrial(nest.Fit, nest.Loops[nest.Loops.Count - 1].Loop, body))
            .Select(nest => nest.Loops)
            .GroupBy(loops => loops[loops.Count - 1].Loop)
            .Select(same => same.First());
        foreach (var loops in nests)
        {
            string values = string.Join(" and ", loops.Select(loop => $"{LayerIssues.Text(loop.Count)} values of {loop.Name}"));
            yield return CallFinding.On(loops[1].List, LayerIssues.Text(loops.Aggregate(1L, (product, loop) => product * loop.Count)), values) with
            {
                Others = [.. loops.Where((_, i) => i != 1).Select(loop => loop.List.GetLocation())],
            };
        }
    }

    /// <summary>Fits and training steps, and calls of local functions and methods that hold some.</summary>
    private static IEnumerable<IInvocationOperation> Fits(CallBody body)
    {
        var fits = body.Calls(TrainingReader.Trainer, TrainingReader.Fit).Concat(body.Calls(TrainingReader.TrainingStep, TrainingReader.Step)).ToList();
        var functions = new HashSet<IMethodSymbol>(
            fits.SelectMany(fit => fit.Ancestors().OfType<ILocalFunctionOperation>()).Select(function => function.Symbol),
            SymbolEqualityComparer.Default);
        return fits.Concat(body.Operations.OfType<IInvocationOperation>().Where(call => functions.Contains(call.TargetMethod) || FittingMethods.IsRepeated(call)));
    }

    /// <summary>True where each turn of the loop trains something of its own: loops over points of data are no search.</summary>
    private static bool IsTrial(IInvocationOperation fit, IOperation loop, CallBody body) =>
        fit.Instance is null or IInstanceReferenceOperation || FittingMethods.IsCalled(fit) || body.Trace(fit.Instance).Ancestors().Contains(loop);
}
