using Layerwright.Testing;
using Layerwright.Testing.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Layerwright.Tests.Promises;

/// <summary>The library's own source, compiled to be looked at.</summary>
internal static class LibrarySource
{
    private static readonly string s_root = Path.Combine(Repository.Root, "src", "Layerwright");

    /// <summary>All of it, files by their paths in its folder.</summary>
    public static CSharpCompilation Compile() => Compile(Directory.GetFiles(s_root, "*.cs", SearchOption.AllDirectories)
        .Select(file => (Path: Path.GetRelativePath(s_root, file), File: file))
        .Where(file => !file.Path.StartsWith("obj", StringComparison.Ordinal) && !file.Path.StartsWith("bin", StringComparison.Ordinal))
        .Select(file => (file.Path, File.ReadAllText(file.File))));

    /// <summary>Files like it.</summary>
    public static CSharpCompilation Compile(IEnumerable<(string Path, string Text)> files)
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
