using System.Composition;
using Layerwright.Analyzers.Rules.Training;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeFixes.Editing.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Training;

/// <summary>LW5007: lets the trainer's rate fall.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NoDecayScheduleFix))]
[Shared]
public sealed class NoDecayScheduleFix() : SettingFix(NoDecayScheduleRule.Id)
{
    private protected override string Title(string value) => "Add a cosine schedule";

    internal override string NewValue(CallTarget target) => $"new {LayerNames.Type(target.Model, target.Node.SpanStart, "CosineDecay")}()";
}
