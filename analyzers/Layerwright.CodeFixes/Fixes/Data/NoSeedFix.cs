using System.Composition;
using Layerwright.Analyzers.Rules.Data;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeFixes.Editing.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.CodeFixes.Fixes.Data;

/// <summary>LW6007: gives the network a seed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NoSeedFix))]
[Shared]
public sealed class NoSeedFix() : CallFix(NoSeedRule.Id)
{
    private const string Seed = "seed: 42";

    internal override IEnumerable<FixOffer> Offers(CallTarget target) =>
        target.Creation is { } creation ? [Offer("Add a seed", NoSeedRule.Id, target.Edits([Added(creation)]))] : [];

    private static TextChange Added(BaseObjectCreationExpressionSyntax creation) => creation.ArgumentList is { } list
        ? new(new TextSpan(list.OpenParenToken.Span.End, 0), Seed)
        : new(new TextSpan(((ObjectCreationExpressionSyntax)creation).Type.Span.End, 0), $"({Seed})");
}
