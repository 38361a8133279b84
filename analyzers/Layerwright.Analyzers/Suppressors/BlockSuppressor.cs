using System.Collections.Immutable;
using Layerwright.CodeModel.Declarations.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Layerwright.Analyzers.Suppressors;

/// <summary>
/// Takes back what the SDK's analyzers say of blocks because they know only objects: a block is a list of layers that attributes name.
/// Nothing ever makes one, and it cannot be static, since it is a type argument.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockSuppressor : DiagnosticSuppressor
{
    internal static readonly SuppressionDescriptor NeverInstantiated = new(
        "LWS1812", "CA1812", "Networks use the block by naming it in an attribute; nothing makes an object of it");

    internal static readonly SuppressionDescriptor StaticHolder = new(
        "LWS1052", "CA1052", "A block is a type argument of attributes, so it cannot be static");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [StaticHolder, NeverInstantiated];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        HashSet<INamedTypeSymbol>? named = null;
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (BlockAt(diagnostic.Location, context) is not { } block)
            {
                continue;
            }

            if (diagnostic.Id == StaticHolder.SuppressedDiagnosticId)
            {
                context.ReportSuppression(Suppression.Create(StaticHolder, diagnostic));
            }
            else if ((named ??= NamedBlocks(context)).Contains(block))
            {
                // Of a block that nothing names it is true.
                context.ReportSuppression(Suppression.Create(NeverInstantiated, diagnostic));
            }
        }
    }

    private static INamedTypeSymbol? BlockAt(Location location, SuppressionAnalysisContext context)
    {
        if (location.SourceTree is not { } tree)
        {
            return null;
        }

        var declaration = tree.GetRoot(context.CancellationToken).FindNode(location.SourceSpan).FirstAncestorOrSelf<ClassDeclarationSyntax>();
        return declaration is not null
            && context.GetSemanticModel(tree).GetDeclaredSymbol(declaration, context.CancellationToken) is INamedTypeSymbol type
            && type.GetAttributes().Any(attribute => KnownAttributes.IsBlock(attribute.AttributeClass))
                ? type
                : null;
    }

    /// <summary>What the layers of this project's networks and blocks name.</summary>
    private static HashSet<INamedTypeSymbol> NamedBlocks(SuppressionAnalysisContext context)
    {
        var named = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<INamespaceOrTypeSymbol>([context.Compilation.Assembly.GlobalNamespace]);
        while (open.Count > 0)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var holder = open.Pop();
            named.UnionWith(holder.GetAttributes()
                .Where(attribute => KnownAttributes.IsLayer(attribute.AttributeClass))
                .SelectMany(attribute => attribute.AttributeClass!.TypeArguments.OfType<INamedTypeSymbol>()));
            foreach (var member in holder.GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                open.Push(member);
            }
        }

        return named;
    }
}
