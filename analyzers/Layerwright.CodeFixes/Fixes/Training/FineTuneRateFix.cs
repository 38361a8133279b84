using System.Composition;
using Layerwright.Analyzers.Rules.Training;
using Layerwright.CodeFixes.Editing.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Training;

/// <summary>LW5010: writes a tenth of the optimizer's default rate.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FineTuneRateFix))]
[Shared]
public sealed class FineTuneRateFix() : SettingFix(FineTuneRateRule.Id)
{
    private protected override string Title(string value) => "Divide by 10";
}
