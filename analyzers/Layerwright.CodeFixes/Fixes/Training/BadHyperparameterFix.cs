using System.Composition;
using Layerwright.Analyzers.Rules.Training;
using Layerwright.CodeFixes.Editing.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Training;

/// <summary>LW5002: writes the default; what has none is left to the person.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BadHyperparameterFix))]
[Shared]
public sealed class BadHyperparameterFix() : SettingFix(BadHyperparameterRule.Id)
{
    private protected override string Title(string value) => "Use the default";
}
