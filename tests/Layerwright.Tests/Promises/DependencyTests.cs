using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.Tests.Promises;

/// <summary>The library's folders know only those before them.</summary>
public class DependencyTests
{
    private static readonly string[] s_order = ["Attributes", "Kernels", "Runtime", "Data", "Networks", "Serialization", "Training", "Insight", "Search"];

    [Fact]
    public void No_folder_of_the_library_uses_a_later_one()
    {
        var compilation = LibrarySource.Compile();

        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);
        Assert.Empty(errors);
        Assert.Empty(Upward(compilation));
        Assert.All(compilation.SyntaxTrees.Select(FolderOf).Where(folder => folder.Length > 0), folder => Assert.Contains(folder, s_order));
    }

    [Fact]
    public void A_use_against_the_order_is_found()
    {
        var compilation = LibrarySource.Compile([
            ("Kernels/Tile.cs", "namespace L; class Tile { object x = new Engine(); }"),
            ("Training/Engine.cs", "namespace L; class Engine { Tile? tile; }"),
        ]);

        Assert.Equal(["Kernels/Tile.cs uses Engine of Training"], Upward(compilation));
    }

    // Code alone: documentation may point anywhere.
    private static IReadOnlyList<string> Upward(CSharpCompilation compilation)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees.Where(tree => FolderOf(tree).Length > 0))
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                var symbol = model.GetSymbolInfo(name).Symbol;
                var type = (symbol as INamedTypeSymbol ?? symbol?.ContainingType)?.OriginalDefinition;
                foreach (var reference in type?.DeclaringSyntaxReferences ?? [])
                {
                    string used = FolderOf(reference.SyntaxTree);
                    if (used.Length > 0 && Array.IndexOf(s_order, used) > Array.IndexOf(s_order, FolderOf(tree)))
                    {
                        found.Add($"{tree.FilePath} uses {type!.Name} of {used}");
                    }
                }
            }
        }

        return [.. found];
    }

    private static string FolderOf(SyntaxTree tree) =>
        tree.FilePath.Replace('\\', '/').Split('/') is { Length: > 1 } parts ? parts[0] : "";
}
