using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Layerwright.Testing.Compiling;

/// <summary>What must hold of every file the generator writes.</summary>
public static class GeneratedCode
{
    /// <summary>Errors and warnings inside generated files, and whatever the driver itself reported.</summary>
    public static IReadOnlyList<Diagnostic> Faults(this GeneratorRun run)
    {
        var generated = run.Result.GeneratedSources.Select(source => source.SyntaxTree).ToHashSet();
        return
        [
            .. run.Diagnostics,
            .. run.Output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Location.SourceTree is { } tree && generated.Contains(tree)),
        ];
    }

    /// <summary>Errors anywhere: in generated files or in code that uses them.</summary>
    public static IReadOnlyList<Diagnostic> Errors(this GeneratorRun run) =>
        [.. run.Diagnostics, .. run.Output.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)];

    /// <summary>Throws where a generated file has an error or a warning, or any file an error.</summary>
    public static GeneratorRun EnsureClean(this GeneratorRun run)
    {
        var faults = run.Faults().Concat(run.Errors()).Distinct().ToList();
        if (faults.Count > 0)
        {
            throw new InvalidOperationException($"{faults.Count} faults:\n{string.Join('\n', faults.Take(10).Select(Describe))}");
        }

        return run;
    }

    /// <summary>The message with the line it is about.</summary>
    public static string Describe(Diagnostic diagnostic)
    {
        string? line = diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim();
        return line is null ? diagnostic.ToString() : $"{diagnostic}\n    {line}";
    }

    /// <summary>The syntax of every generated file.</summary>
    public static IEnumerable<SyntaxNode> GeneratedNodes(this GeneratorRun run) =>
        run.Result.GeneratedSources.SelectMany(source => source.SyntaxTree.GetRoot().DescendantNodes());

    /// <summary>All kinds of loop statements in generated files.</summary>
    public static IEnumerable<SyntaxNode> Loops(this GeneratorRun run) =>
        run.GeneratedNodes().Where(node => node.Kind() is SyntaxKind.ForStatement or SyntaxKind.ForEachStatement
            or SyntaxKind.ForEachVariableStatement or SyntaxKind.WhileStatement or SyntaxKind.DoStatement or SyntaxKind.GotoStatement);
}
