using System.Composition;
using Layerwright.Analyzers.Rules.Training;
using Layerwright.CodeFixes.Editing.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Training;

/// <summary>LW5001: writes the optimizer's default rate.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LearningRateRangeFix))]
[Shared]
public sealed class LearningRateRangeFix() : SettingFix(LearningRateRangeRule.Id)
{
    private protected override string Title(string value) => "Use the default";
}
