using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations;
using Layerwright.CodeModel.Inference;
using Layerwright.Generators.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.Generators.Checks;

/// <summary>Decides which tests a project gets: of its own networks and of those that it references, where it can name them.</summary>
internal static class CheckPlanner
{
    private const string ClassSuffix = "Checks";

    /// <param name="project">The project.</param>
    /// <param name="request">The networks that it declares, and what it says of their tests.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static CheckPlan Plan(Compilation project, CheckRequest request, CancellationToken cancellationToken)
    {
        var declared = request.Networks.Declarations
            .GroupBy(network => network.Type.FullName, StringComparer.Ordinal)
            .Select(same => (Type: project.Assembly.GetTypeByMetadataName(same.Key)!, Declaration: same.First()));
        var referenced = ReferencedNetworks.Of(project, cancellationToken)
            .Select(type => (Type: type, Declaration: Behind(DeclarationParser.Parse(type, LanguageVersion.Latest, cancellationToken))));
        var all = declared.Concat(referenced)
            .Select(entry => (entry.Type, Network: NetworkInference.Infer(entry.Declaration)))
            .Where(entry => !entry.Network.IsBroken)
            .OrderBy(entry => entry.Network.Declaration.Type.FullName, StringComparer.Ordinal)
            .ToLookup(entry => CanName(project, entry.Type, entry.Network.Declaration.Type.FullName));
        cancellationToken.ThrowIfCancellationRequested();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return new CheckPlan(
            TestFramework.Of(project),
            all[true].Select(entry => Checked(entry.Type, entry.Network, project, taken)).ToEquatableArray(),
            all[false].Select(entry => entry.Type.ToDisplayString()).ToEquatableArray(),
            request.Comments);
    }

    /// <summary>A network that its own project has compiled: what only sources show was right, and its members are the generated ones.</summary>
    private static NetworkDeclaration Behind(NetworkDeclaration compiled) =>
        compiled with { Issues = EquatableArray<Issue>.Empty, UserMembers = EquatableArray<string>.Empty };

    /// <summary>Accessible, and the only type of its name: two assemblies may have one each.</summary>
    private static bool CanName(Compilation project, INamedTypeSymbol type, string fullName) => !type.IsFileLocal
        && project.IsSymbolAccessibleWithin(type, project.Assembly)
        && SymbolEqualityComparer.Default.Equals(project.GetTypeByMetadataName(fullName), type);

    private static CheckedNetwork Checked(INamedTypeSymbol type, InferredNetwork network, Compilation project, HashSet<string> taken)
    {
        var declaration = network.Declaration.Type;
        string space = declaration.FullName.Substring(0, declaration.FullName.LastIndexOf('.') + 1);
        string name = string.Join("_", Around(type).Select(part => part.Name)) + ClassSuffix, free = name;
        for (int number = 2; !taken.Add(space + free) || IsDeclared(project, space + free); number++)
        {
            free = name + Literal.Int(number);
        }

        return new CheckedNetwork(
            declaration.Namespace,
            free,
            type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            network.Declaration.Options.Training,
            network.Loss is not null);
    }

    // A partial class of that name in the project is the user's own part, for tests beside ours.
    private static bool IsDeclared(Compilation project, string name) => project.GetTypesByMetadataName(name).Any(type =>
        type.DeclaringSyntaxReferences.IsEmpty
        || !type.DeclaringSyntaxReferences.All(part => part.GetSyntax() is TypeDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.PartialKeyword)));

    private static IEnumerable<INamedTypeSymbol> Around(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? Around(outer).Append(type) : [type];
}
