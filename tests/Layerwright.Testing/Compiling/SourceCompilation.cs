using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Layerwright.Testing.Compiling;

/// <summary>Compilations as a strict user's project makes them: nullable, documentation diagnosed, warning level 9999, CLS-compliant.</summary>
public static class SourceCompilation
{
    /// <summary>How sources are parsed; documentation comments are diagnosed, so that undocumented generated members are warnings.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private static readonly string s_project =
        """
        global using System;
        global using Layerwright;
        [assembly: System.CLSCompliant(true)]

        """;

    /// <summary>A project of these files: <c>File0.cs</c>, <c>File1.cs</c>, …, with the SDK's implicit using of System and <c>using Layerwright</c>.</summary>
    public static CSharpCompilation Create(params string[] sources) =>
        Create(sources.Select((text, index) => ($"File{index}.cs", text)));

    /// <summary>A project of these files.</summary>
    public static CSharpCompilation Create(IEnumerable<(string Path, string Text)> files, OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
    {
        var trees = files.Prepend(("Project.cs", s_project)).Select(file => Parse(file.Item2, file.Item1));
        return CSharpCompilation.Create($"Compiled{Guid.NewGuid():N}", trees, ReferenceSet.All, Options(kind));
    }

    /// <summary>One file's tree.</summary>
    public static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, ParseOptions, path);

    /// <summary>The same project with one file's text changed.</summary>
    public static CSharpCompilation WithFile(this CSharpCompilation compilation, string path, string text)
    {
        var old = compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
        return compilation.ReplaceSyntaxTree(old, Parse(text, path));
    }

    private static CSharpCompilationOptions Options(OutputKind kind) =>
        new(kind, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999, deterministic: true,
            optimizationLevel: OptimizationLevel.Debug, specificDiagnosticOptions: s_strict);

    // User's own tests sources are not documented: only generated trees are judged for it, by GeneratedCode.
    private static readonly ImmutableDictionary<string, ReportDiagnostic> s_strict = ImmutableDictionary<string, ReportDiagnostic>.Empty
        .Add("CS1591", ReportDiagnostic.Warn)
        .Add("CS1573", ReportDiagnostic.Warn);
}
