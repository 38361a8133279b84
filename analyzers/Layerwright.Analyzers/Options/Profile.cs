using Layerwright.CodeModel.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Rule = Layerwright.Analyzers.Rules.Rule;

namespace Layerwright.Analyzers.Options;

/// <summary>How much the rules say (<c>layerwright.profile</c>).</summary>
internal enum Profile
{
    /// <summary>Each rule as it is.</summary>
    Default,

    /// <summary>No hints, and hints in place of contested warnings.</summary>
    Quiet,

    /// <summary>Warnings in place of hints.</summary>
    Strict,
}

/// <summary>What a profile makes of a finding.</summary>
internal static class Profiles
{
    /// <summary>What is set for a file; its own section before the project's property.</summary>
    public static Profile Of(AnalyzerConfigOptions settings)
    {
        string name = settings.TryGetValue(OptionKeys.Profile, out string? written) && ProjectOptions.Profile.Read(written) is { } own
            ? own
            : ProjectOptions.Profile.Of(settings);
        return (Profile)Enum.Parse(typeof(Profile), name, ignoreCase: true);
    }

    /// <summary>The severity to report with; null where nothing is said.</summary>
    public static DiagnosticSeverity? Severity(Profile profile, Rule rule, DiagnosticSeverity severity) => (profile, severity) switch
    {
        (Profile.Quiet, DiagnosticSeverity.Info) => null,
        (Profile.Quiet, DiagnosticSeverity.Warning) when rule.IsContested => DiagnosticSeverity.Info,
        (Profile.Strict, DiagnosticSeverity.Info) => DiagnosticSeverity.Warning,
        _ => severity,
    };
}
