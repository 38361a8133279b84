using System.Composition;
using Layerwright.Analyzers;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.CodeFixes.Fixes;

/// <summary>LW2001: another activation; before a rectifier, without the Xavier or LeCun that suited the sigmoid.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SigmoidInHiddenLayerFix))]
[Shared]
public sealed class SigmoidInHiddenLayerFix() : LayerFix(RuleIds.SigmoidInHiddenLayer)
{
    private const string Rectifier = "ReLU";
    private static readonly string[] _activations = [Rectifier, "Tanh"];

    internal override IEnumerable<FixChoice> Choices(FixTarget target) => target.IsInBlock
        ? []
        : _activations.Where(activation => activation != Rectifier || target.MayTakeRectifier).Select(activation => new FixChoice($"Replace by [{activation}]", $"{RuleIds.SigmoidInHiddenLayer}.{activation}"));

    internal override Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        if (target.Attribute is not { } sigmoid)
        {
            return Task.FromResult<IReadOnlyList<DocumentEdit>>([]);
        }

        string activation = _activations.First(candidate => choice.Key.EndsWith(candidate, StringComparison.Ordinal));
        var edits = In(target, sigmoid.SyntaxTree, AttributeReplacement.Changes(target, sigmoid, "Sigmoid", activation));
        if (activation == Rectifier)
        {
            edits = edits.Concat(target.Listed(DiagnosticProperties.Feeders)
                .Select(feeder => target.Argument(feeder, "Init"))
                .OfType<AttributeArgumentSyntax>()
                .SelectMany(init => In(target, init.SyntaxTree, ArgumentText.Remove(init))));
        }

        return Task.FromResult<IReadOnlyList<DocumentEdit>>(edits.ToList());
    }
}
