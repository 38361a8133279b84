using Layerwright.Testing;
using Layerwright.Testing.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.Tests.Promises;

/// <summary>The library's folders know only those before them.</summary>
public class DependencyTests
{
    private static readonly string[] s_order = ["Attributes", "Kernels", "Runtime", "Data", "Networks", "Serialization", "Training", "Insight", "Search"];

    private static readonly string s_root = Path.Combine(Repository.Root, "src", "Layerwright");

    [Fact]
    public void No_folder_of_the_library_uses_a_later_one()
    {
        var compilation = Compile(Directory.GetFiles(s_root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(s_root, file).StartsWith("obj", StringComparison.Ordinal) && !Path.GetRelativePath(s_root, file).StartsWith("bin", StringComparison.Ordinal))
            .Select(file => (Path.GetRelativePath(s_root, file), File.ReadAllText(file))));

        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);
        Assert.Empty(errors);
        Assert.Empty(Upward(compilation));
        Assert.All(compilation.SyntaxTrees.Select(FolderOf).Where(folder => folder.Length > 0), folder => Assert.Contains(folder, s_order));
    }

    [Fact]
    public void A_use_against_the_order_is_found()
    {
        var compilation = Compile([
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

    private static CSharpCompilation Compile(IEnumerable<(string Path, string Text)> files)
    {
        // The library is compiled by a newer language version than the compiler of these tests has a name for.
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        string[] namespaces = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading", "System.Threading.Tasks"];
        string implicitUsings = string.Concat(namespaces.Select(name => $"global using {name};\n"));
        return CSharpCompilation.Create(
            "Library",
            files.Append(("Usings.cs", implicitUsings)).Select(file => CSharpSyntaxTree.ParseText(file.Item2, options, file.Item1)),
            [.. ReferenceSet.Framework, MetadataReference.CreateFromFile(typeof(System.Numerics.Tensors.TensorPrimitives).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
    }
}
