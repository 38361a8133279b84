using Layerwright.CodeModel.Declarations.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.CodeFixes.Editing;

/// <summary>Makes types partial in every declaration that is not.</summary>
internal static class PartialText
{
    public static IEnumerable<DocumentEdit> Edits(FixTarget target) =>
        TypeChecks.NotPartialTypes(target.Type, target.CancellationToken)
            .SelectMany(type => type.DeclaringSyntaxReferences)
            .Select(reference => reference.GetSyntax(target.CancellationToken))
            .OfType<TypeDeclarationSyntax>()
            .Where(declaration => !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            .Select(declaration => target.Edit(declaration.SyntaxTree, new TextSpan(declaration.Keyword.SpanStart, 0), "partial "))
            .OfType<DocumentEdit>();
}
