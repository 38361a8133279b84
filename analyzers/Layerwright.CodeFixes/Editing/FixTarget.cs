using System.Collections.Immutable;
using System.Globalization;
using Layerwright.Analyzers;
using Layerwright.CodeModel.Declarations.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.CodeFixes.Editing;

/// <summary>A diagnostic found again in its document: attribute, type, and what the analyzer said about the fix.</summary>
internal sealed class FixTarget
{
    private FixTarget(Document document, Diagnostic diagnostic, SemanticModel model, SyntaxNode node, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        Document = document;
        Diagnostic = diagnostic;
        Model = model;
        Node = node;
        Type = type;
        Attributes = type.GetAttributes();
        CancellationToken = cancellationToken;
    }

    public Document Document { get; }

    public Diagnostic Diagnostic { get; }

    public SemanticModel Model { get; }

    /// <summary>The marked syntax.</summary>
    public SyntaxNode Node { get; }

    /// <summary>The type that carries the attributes.</summary>
    public INamedTypeSymbol Type { get; }

    public ImmutableArray<AttributeData> Attributes { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>The marked attribute, or the one around the marked argument.</summary>
    public AttributeSyntax? Attribute => Node.FirstAncestorOrSelf<AttributeSyntax>();

    /// <summary>That attribute's kind of layer: its name without <c>Attribute</c>.</summary>
    public string Kind => Attribute is { } attribute && DataOf(attribute) is { AttributeClass: { } type } ? KnownAttributes.Kind(type) : "";

    /// <summary>The value that would be right.</summary>
    public string? Suggestion => Property(DiagnosticProperties.Suggestion);

    /// <summary>Name of the argument that is to be set or dropped.</summary>
    public string? Argument => Property(DiagnosticProperties.Argument);

    /// <summary>False where no edit of this type mends all that the diagnostic stands for.</summary>
    public bool IsMendable => Property(DiagnosticProperties.NoFix) is null;

    /// <summary>False where a rectifier would follow weights in a block whose Init does not suit it.</summary>
    public bool MayTakeRectifier => Property(DiagnosticProperties.NoRectifier) is null;

    /// <summary>True where the fault lies in a block that the marked attribute brings in.</summary>
    public bool IsInBlock => Property(DiagnosticProperties.InBlock) is not null;

    /// <summary>Finds the diagnostic's place again; null where there is none, or none that can be edited.</summary>
    public static async Task<FixTarget?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || !diagnostic.Location.IsInSource || !root.FullSpan.Contains(diagnostic.Location.SourceSpan))
        {
            return null;
        }

        var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return node.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>() is { } declaration
            && model.GetDeclaredSymbol(declaration, cancellationToken) is INamedTypeSymbol type
            && !IsBroken(type, cancellationToken)
            ? new FixTarget(document, diagnostic, model, node, type, cancellationToken)
            : null;
    }

    /// <summary>The syntax of the attributes that a property lists.</summary>
    public IEnumerable<AttributeSyntax> Listed(string property) =>
        (Property(property) ?? "")
            .Split([','], StringSplitOptions.RemoveEmptyEntries)
            .Select(number => AttributeLocations.Syntax(Attributes, int.Parse(number, CultureInfo.InvariantCulture), CancellationToken))
            .OfType<AttributeSyntax>();

    /// <summary>What the compiler knows of an attribute's syntax.</summary>
    public AttributeData? DataOf(AttributeSyntax attribute) => Attributes.FirstOrDefault(data =>
        data.ApplicationSyntaxReference is { } reference && reference.SyntaxTree == attribute.SyntaxTree && reference.Span == attribute.Span);

    /// <summary>The argument of that name in an attribute; null where it is not written.</summary>
    public AttributeArgumentSyntax? ArgumentOf(AttributeSyntax attribute, string name) =>
        DataOf(attribute) is { } data ? AttributeLocations.Argument(data, attribute, name) : null;

    /// <summary>An edit in the document that holds <paramref name="tree"/>; null where that is no document a person edits.</summary>
    public DocumentEdit? Edit(SyntaxTree tree, TextSpan span, string text) =>
        DocumentEdit.In(Document.Project.Solution, tree, new TextChange(span, text));

    /// <summary>Attribute lists with syntax errors (a bracket still to be typed) are left alone: their text is not what it seems.</summary>
    private static bool IsBroken(INamedTypeSymbol type, CancellationToken cancellationToken) => type.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax(cancellationToken))
        .OfType<BaseTypeDeclarationSyntax>()
        .Any(declaration => declaration.AttributeLists.Any(list => list.ContainsDiagnostics));

    private string? Property(string name) => Diagnostic.Properties.TryGetValue(name, out string? value) ? value : null;
}
