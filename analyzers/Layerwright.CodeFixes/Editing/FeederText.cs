using Layerwright.Analyzers;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.CodeFixes.Editing;

/// <summary>Takes the written <c>Init</c> from weights that it would not suit any more: the default looks at what follows.</summary>
internal static class FeederText
{
    /// <param name="target">The diagnostic; the analyzer lists the weights.</param>
    /// <param name="others">Further arguments that go, perhaps of the same weights.</param>
    public static IEnumerable<DocumentEdit> Edits(FixTarget target, params AttributeArgumentSyntax[] others) => target.Listed(DiagnosticProperties.Feeders)
        .Select(feeder => target.ArgumentOf(feeder, "Init"))
        .OfType<AttributeArgumentSyntax>()
        .Concat(others)
        .GroupBy(argument => (AttributeArgumentListSyntax)argument.Parent!)
        .SelectMany(list => ArgumentText.Remove(list.Key, list.ToList()).Select(change => target.Edit(list.Key.SyntaxTree, change.Span, change.NewText ?? "")))
        .OfType<DocumentEdit>();
}
