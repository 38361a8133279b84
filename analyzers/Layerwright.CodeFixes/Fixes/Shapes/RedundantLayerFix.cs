using System.Composition;
using Layerwright.Analyzers.Rules.Shapes;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeModel.Declarations.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.CodeFixes.Fixes.Shapes;

/// <summary>LW1020: takes the layer away; of a block that runs once, the repetition.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RedundantLayerFix))]
[Shared]
public sealed class RedundantLayerFix() : RemoveLayerFix(RedundantLayerRule.Id)
{
    private const string Repeat = nameof(Repeat), Use = nameof(Use), Times = "times";

    internal override Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        if (target.Attribute is not { } layer || target.DataOf(layer)?.AttributeClass is not { } type || KnownAttributes.Kind(type) != Repeat)
        {
            return base.EditsAsync(target, choice);
        }

        // An alias hides the block: there is nothing to write behind the new name.
        IReadOnlyList<DocumentEdit> edits = Generic(layer.Name) is { } generic && target.ArgumentOf(layer, Times) is { } times
            ? In(
                target,
                layer.SyntaxTree,
                ArgumentText.Remove(times).Append(new TextChange(
                    layer.Name.Span, LayerNames.InStyleOf(layer.Name, target.Model, Repeat, Use) + generic.TypeArgumentList))).ToList()
            : [];
        return Task.FromResult(edits);
    }

    private static GenericNameSyntax? Generic(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right as GenericNameSyntax,
        AliasQualifiedNameSyntax qualified => qualified.Name as GenericNameSyntax,
        _ => name as GenericNameSyntax,
    };
}
