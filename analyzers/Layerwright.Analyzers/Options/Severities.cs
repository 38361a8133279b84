using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Rule = Layerwright.Analyzers.Rules.Rule;

namespace Layerwright.Analyzers.Options;

/// <summary>With which severity a finding in a file is reported: the finding's or the rule's, as the profile has it.</summary>
internal static class Severities
{
    /// <summary>Null where nothing is said: a hint under the quiet profile, unless the project has set this very rule's severity.</summary>
    public static DiagnosticSeverity? Of(
        Rule rule, DiagnosticSeverity? found, AnalyzerConfigOptions settings, Compilation compilation, SyntaxTree? tree, CancellationToken cancellationToken)
    {
        var severity = found ?? rule.Descriptor.DefaultSeverity;
        return Profiles.Severity(Profiles.Of(settings), rule, severity)
            ?? (IsSet(rule.Descriptor.Id, compilation, tree, cancellationToken) ? severity : null);
    }

    private static bool IsSet(string id, Compilation compilation, SyntaxTree? tree, CancellationToken cancellationToken) =>
        compilation.Options.SpecificDiagnosticOptions.ContainsKey(id)
        || (compilation.Options.SyntaxTreeOptionsProvider is { } provider
            && ((tree is not null && provider.TryGetDiagnosticValue(tree, id, cancellationToken, out _))
                || provider.TryGetGlobalDiagnosticValue(id, cancellationToken, out _)));
}
