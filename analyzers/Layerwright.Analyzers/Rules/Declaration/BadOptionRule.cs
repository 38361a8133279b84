using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Declaration;

/// <summary>LW0014: an option of ours with a value it cannot have, or that does not exist.</summary>
internal sealed class BadOptionRule : Rule
{
    public const string Id = "LW0014";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Option with a value it cannot have",
        "{0} is '{1}', but {2}",
        Categories.Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A misspelt option would silently do nothing. Options stand in .editorconfig as layerwright.profile and layerwright.LWnnnn.name, and in the project file as LayerwrightProfile, LayerwrightComments, LayerwrightWinograd, LayerwrightChecks and LayerwrightCompiledAhead.",
        helpLinkUri: CodeModel.Common.RuleLinks.Of(Id),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public override DiagnosticDescriptor Descriptor => _descriptor;
}
