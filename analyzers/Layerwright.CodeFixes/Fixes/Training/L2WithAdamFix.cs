using System.Composition;
using Layerwright.Analyzers.Calls;
using Layerwright.Analyzers.Rules.Training;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeFixes.Editing.Calls;
using Layerwright.CodeModel.Declarations.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.CodeFixes.Fixes.Training;

/// <summary>LW5003: makes the optimizer an AdamW, and the local variable that holds it too. Offered where the code still compiles with it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(L2WithAdamFix))]
[Shared]
public sealed class L2WithAdamFix() : CallFix(L2WithAdamRule.Id)
{
    internal override IEnumerable<FixOffer> Offers(CallTarget target)
    {
        if (target.Assignment?.Parent?.Parent is BaseObjectCreationExpressionSyntax creation && Names(target, creation) is { Count: > 0 } names)
        {
            var changes = names.Select(name => new TextChange(name.Span, Renamed(target, name))).ToList();
            yield return new(
                new("Use AdamW with the same value", L2WithAdamRule.Id),
                async () => await CompilesAsync(target, changes).ConfigureAwait(false) ? target.Edits(changes) : []);
        }
    }

    /// <summary>The type names to change: the creation's own, and that of the local variable it fills.</summary>
    private static List<TypeSyntax> Names(CallTarget target, BaseObjectCreationExpressionSyntax creation)
    {
        var names = new List<TypeSyntax>();
        if (creation is ObjectCreationExpressionSyntax { Type: var own })
        {
            names.Add(own);
        }

        if (creation.Parent?.Parent?.Parent is VariableDeclarationSyntax { Parent: LocalDeclarationStatementSyntax, Variables.Count: 1 } declaration
            && LibraryTypes.Is(target.Model.GetTypeInfo(declaration.Type, target.CancellationToken).Type, Optimizers.Adam)
            && !declaration.Type.IsVar)
        {
            names.Add(declaration.Type);
        }

        return names;
    }

    private static string Renamed(CallTarget target, TypeSyntax name)
    {
        string own = LayerNames.Type(target.Model, name.SpanStart, Optimizers.AdamW);
        bool isQualified = name is QualifiedNameSyntax { Right.Identifier.ValueText: Optimizers.Adam } or AliasQualifiedNameSyntax { Name.Identifier.ValueText: Optimizers.Adam };
        return isQualified ? name.ToString() + Optimizers.AdamW.Substring(Optimizers.Adam.Length) : own;
    }

    private static async Task<bool> CompilesAsync(CallTarget target, IEnumerable<TextChange> changes)
    {
        var text = await target.Document.GetTextAsync(target.CancellationToken).ConfigureAwait(false);
        var changed = target.Document.WithText(text.WithChanges(changes));
        var model = await changed.GetSemanticModelAsync(target.CancellationToken).ConfigureAwait(false);
        return model is not null && Errors(model) <= Errors(target.Model);

        int Errors(SemanticModel of) => of.GetDiagnostics(null, target.CancellationToken).Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
